// Why the widget isn't there: a code that a page can act on, and words for people.

import { FALLBACK } from './built.js';
import { languageOf } from './language.js';

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
function showFallback(element, slot, { language, address }) {
  const hasChildren = element.firstElementChild || element.textContent.trim();
  slot.hidden = !hasChildren;
  if (hasChildren) return undefined;
  const notice = failureNotice(languageOf(language), address, () => element.retry());
  element.shadowRoot.append(notice);
  return notice;
}

function failureNotice(language, address, onRetry) {
  const [, texts] = FALLBACK.find(([code]) => code === language);
  const notice = document.createElement('div');
  notice.className = 'bp bp-failure';
  notice.lang = language;
  const text = document.createElement('p');
  text.textContent = texts.text;
  const retry = document.createElement('button');
  retry.type = 'button';
  retry.className = 'bp-button';
  retry.textContent = texts.retry;
  retry.addEventListener('click', onRetry);
  const actions = document.createElement('p');
  actions.className = 'bp-failure__actions';
  actions.append(retry);
  if (address) {
    const link = document.createElement('a');
    link.className = 'bp-failure__link';
    link.href = address;
    link.textContent = texts.link;
    actions.append(link);
  }
  notice.append(text, actions);
  return notice;
}

export { Failure, PATIENCE, asFailure, showFallback };
