// The place in the shadow root where the widget's pages are drawn.

/**
 * Where pages are drawn, with the first pages as long as they stand there; `null` while nothing may.
 *
 * @typedef {HTMLElement & { firstPages?: import('../first-pages/first-pages.js').FirstPages | null }} Place
 */

/** How often in a row what others take away comes back. */
export const MOST_LOSSES = 50;

const PROBE = 'bp-probe';

/** An empty place for the widget. */
export function contentPlace() {
  const place = document.createElement('div');
  place.className = 'bp-root';
  return withListenerProbe(place);
}

/** The place, which answers from now on for as long as its listeners are heard. */
export function withListenerProbe(place) {
  place.addEventListener(PROBE, (event) => event.preventDefault());
  return place;
}

/** Whether what listens in a place is heard: Chromium drops all listeners of what stood in a frame that is gone. */
export function hasListeners(place) {
  return !place.dispatchEvent(new Event(PROBE, { __proto__: null, cancelable: true }));
}

/** Settles once something stands in an element, before the browser shows the page again. @returns {Promise<void>} */
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

/** What can be opened or have focus. Others may put elements of their own around texts, but none of these. */
const CONTROLS = 'a, button, details, input, select, summary, textarea, [tabindex]';

const controlsIn = (place) => [...place.querySelectorAll(CONTROLS)];

/** The number of a control among those of a place; -1 if it isn't there. */
export const placeOf = (control, place) => controlsIn(place).indexOf(control);

/** The control with that number, if there is one. */
export const controlAt = (number, place) => controlsIn(place)[number];

/**
 * Puts an element in the place of another. What is open stays open, and focus that was inside goes to the same place;
 * where another page stands there, to its heading, or to what is wrong on it.
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
