// Serves the landing page's first pages, which are in its markup, before any other script is loaded.

import { linkedResult } from '../host-page/result-link.js';
import { readSession } from '../storage/browser-storage.js';
import { FirstPages } from './first-pages.js';

const root = /** @type {ShadowRoot} */ (document.querySelector('b2b-b2c-profile')?.shadowRoot);
/** @type {import('../shadow-root/place.js').Place | null} */
const place = root?.querySelector('.bp-root');
// Visitors with kept answers or a link to a result would be moved past the first page at once, so it is hidden.
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
  // For performance measurements: from now on the page can be answered.
  window.__ready = performance.now();
}
