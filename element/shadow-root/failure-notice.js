import { SCRIPT_ADDRESS } from '../../generated/files.js';
import { FAILURE_TEXTS } from '../../generated/texts.js';
import { element } from '../dom.js';

/** Shows the element's children instead of the widget, or else a notice with a link to `address`, which it returns. */
export function showFallback(host, slot, { language, address }) {
  const hasChildren = host.firstElementChild || host.textContent.trim();
  slot.hidden = !hasChildren;
  if (hasChildren) return undefined;
  const notice = failureNotice(host, { language, address, hasBegun: false });
  notice.className = 'bp bp-failure';
  host.shadowRoot.append(notice);
  return notice;
}

/** An `https:` or relative address, resolved; undefined for any other, and for one that names no server. */
function wholeAddress(text) {
  const written = text.trim();
  if (!written || /^[a-z][a-z\d+.-]*:(?!\/\/[^/\\?#%]+([/\\?#]|$))/i.test(written)) return undefined;
  try {
    const { href, protocol } = new URL(written, document.baseURI);
    // Relative addresses resolve to the host page's protocol.
    return protocol === 'https:' || protocol === location.protocol ? href : undefined;
  } catch {
    return undefined;
  }
}

/** A notice that the widget can't start, or can't continue if the visitor has begun, with a retry button and a link. */
export function failureNotice(host, { language, address, hasBegun }) {
  const texts = FAILURE_TEXTS[language];
  const retry = element('button', 'bp-button', texts.retry);
  retry.type = 'button';
  retry.addEventListener('click', () => host.retry());
  const actions = element('p', 'bp-failure__actions', retry);
  // A script from a `blob:` or `data:` address has no file beside it.
  const offline = /^https?:/.test(SCRIPT_ADDRESS) ? new URL('offline.html', SCRIPT_ADDRESS).href : '';
  const elsewhere = wholeAddress(address) || offline;
  // Following the link would lose the answers.
  if (elsewhere && !hasBegun) {
    const link = element('a', 'bp-failure__link', texts.link);
    link.href = elsewhere;
    actions.append(link);
  }
  const notice = element('div', 'bp-note', element('p', '', hasBegun ? texts.begun : texts.text), actions);
  notice.lang = language;
  notice.setAttribute('role', 'alert');
  return notice;
}
