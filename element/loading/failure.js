// Why the widget isn't there: a code that a page can act on, and words for people.

import { FALLBACK } from './built.js';
import { element } from './elements.js';
import { WASM } from './wasm.js';
import { wholeAddress } from './whole-address.js';

/** How long loading may take before visitors hear that nothing comes, in milliseconds. */
const PATIENCE = 12_000;

/** A reason not to start; `code` is stable, the message is for developers. */
class Failure extends Error {
  // Its own, whatever the page has on everyone's prototype.
  code;

  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** What went wrong, whatever was thrown. */
function asFailure(error) {
  if (error instanceof Failure) return error;
  return new Failure('incompatible', error instanceof Error ? error.message : String(error));
}

/**
 * Shows what the page has in the place of the widget, or else words of our own with a link to `address`; returns them.
 */
function showFallback(host, slot, { language, address }) {
  const hasChildren = host.firstElementChild || host.textContent.trim();
  slot.hidden = !hasChildren;
  if (hasChildren) return undefined;
  const notice = failureNotice(host, { __proto__: null, language, address, hasBegun: false });
  notice.className = 'bp bp-failure';
  host.shadowRoot.append(notice);
  return notice;
}

/** Where the whole widget lies in one file; a script from a `blob:` or `data:` address has nothing beside it. */
function offlineFile() {
  return /^https?:/.test(WASM.script) ? new URL('offline.html', WASM.script).href : '';
}

/** That the widget can't be had, or can't go on where the visitor has begun, and the ways on. */
function failureNotice(host, { language, address, hasBegun }) {
  const [, texts] = FALLBACK.find(([code]) => code === language);
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

export { Failure, PATIENCE, asFailure, failureNotice, showFallback };
