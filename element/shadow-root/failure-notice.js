// What stands in the place of a widget that can't start or go on.

import { SCRIPT_ADDRESS } from '../../generated/files.js';
import { FAILURE_TEXTS } from '../../generated/texts.js';
import { element } from '../dom.js';

/**
 * Shows the element's children in the place of the widget, or else words of our own with a link to `address`, which it
 * returns.
 */
export function showFallback(host, slot, { language, address }) {
  const hasChildren = host.firstElementChild || host.textContent.trim();
  slot.hidden = !hasChildren;
  if (hasChildren) return undefined;
  const notice = failureNotice(host, { language, address, hasBegun: false });
  notice.className = 'bp bp-failure';
  host.shadowRoot.append(notice);
  return notice;
}

/** An `https:` or relative address as a browser reads it; nothing for any other, or for one that names no server. */
function wholeAddress(text) {
  const written = text.trim();
  if (!written || /^[a-z][a-z\d+.-]*:(?!\/\/[^/\\?#%]+([/\\?#]|$))/i.test(written)) return undefined;
  try {
    const { href, protocol } = new URL(written, document.baseURI);
    // A relative address has the host page's protocol.
    return protocol === 'https:' || protocol === location.protocol ? href : undefined;
  } catch {
    return undefined;
  }
}

/** Where the whole widget lies in one file; a script from a `blob:` or `data:` address has nothing beside it. */
function offlineFile() {
  return /^https?:/.test(SCRIPT_ADDRESS) ? new URL('offline.html', SCRIPT_ADDRESS).href : '';
}

/** That the widget can't be had, or can't go on where the visitor has begun, and the ways on. */
export function failureNotice(host, { language, address, hasBegun }) {
  const texts = FAILURE_TEXTS[language];
  const retry = element('button', 'bp-button', texts.retry);
  retry.type = 'button';
  retry.addEventListener('click', () => host.retry());
  const actions = element('p', 'bp-failure__actions', retry);
  // Who has begun would lose that elsewhere.
  const elsewhere = wholeAddress(address) || offlineFile();
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
