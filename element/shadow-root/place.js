/**
 * The element in which pages are drawn, with its first pages while they are shown; `null` while they may not be shown.
 *
 * @typedef {HTMLElement & { firstPages?: import('../first-pages/first-pages.js').FirstPages | null }} Place
 */

/** How often in a row contents that other scripts remove are restored. */
export const MOST_LOSSES = 50;

const PROBE = 'bp-probe';

export function contentPlace() {
  const place = document.createElement('div');
  place.className = 'bp-root';
  return withListenerProbe(place);
}

/** Adds the event listener by which `hasListeners` works; returns the place. */
export function withListenerProbe(place) {
  place.addEventListener(PROBE, (event) => event.preventDefault());
  return place;
}

/** Whether a place's event listeners work: Chromium drops all listeners of elements from a removed frame. */
export function hasListeners(place) {
  return !place.dispatchEvent(new Event(PROBE, { __proto__: null, cancelable: true }));
}

/** Resolves once an element has content, before the next paint. @returns {Promise<void>} */
export function whenDrawn(element) {
  return new Promise((resolve) => {
    if (element.firstChild) return resolve();
    const observer = new MutationObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe(element, { __proto__: null, childList: true });
  });
}

/** What can be opened or focused. Translators and the like wrap texts in elements, but not in any of these. */
const CONTROLS = 'a, button, details, input, select, summary, textarea, [tabindex]';

const controlsIn = (place) => [...place.querySelectorAll(CONTROLS)];

/** The index of a control among those of a place; -1 if it is not one of them. */
export const placeOf = (control, place) => controlsIn(place).indexOf(control);

export const controlAt = (number, place) => controlsIn(place)[number];

/**
 * Replaces a place. Open details stay open, and focus inside moves to the same control; on another page, to its heading
 * or error summary.
 */
export function replacePlace(before, after, isSamePage) {
  const focused = placeOf(before.getRootNode().activeElement, before);
  const opened = [...before.querySelectorAll('details[open]')].map((details) => placeOf(details, before));
  before.replaceWith(after);
  for (const number of opened) controlAt(number, after)?.setAttribute('open', '');
  if (focused < 0) return;
  const same = isSamePage ? controlAt(focused, after) : undefined;
  const target = same ?? after.querySelector('.bp-error, .bp-heading');
  target?.focus({ __proto__: null, preventScroll: Boolean(same) });
}
