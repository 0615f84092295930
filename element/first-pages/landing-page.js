// The landing page's own start, before any other script is there: its first pages stand in its markup.

import { linkedResult } from '../host-page/result-link.js';
import { readSession } from '../storage/browser-storage.js';
import { FirstPages } from './first-pages.js';

const root = /** @type {ShadowRoot} */ (document.querySelector('b2b-b2c-profile')?.shadowRoot);
/** @type {import('../shadow-root/place.js').Place | null} */
const place = root?.querySelector('.bp-root');
// Who comes back, or follows a link to a result, is not shown a beginning, only to be moved on.
if (place && (readSession() || linkedResult())) {
  place.firstPages = null;
  place.inert = true;
  place.style.opacity = '0';
} else if (place) {
  const page = /** @type {HTMLElement} */ (place.firstElementChild);
  const intro = page.cloneNode(true);
  const later = root.querySelector('template')?.content.firstElementChild;
  const key = `${page.lang} full intro ask`;
  place.firstPages = new FirstPages(place, 'intro', (name) => (name === 'intro' ? intro : later)?.cloneNode(true), key);
  // For whoever measures: from now on an answer counts.
  window.__ready = performance.now();
}
