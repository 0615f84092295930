// In the landing page itself, before any other script is there: its first pages stand in its markup.

import { EarlyPages } from './early.js';
import { readKept } from './keeping.js';
import { linkedResult } from './link.js';

const root = document.querySelector('b2b-b2c-profile').shadowRoot;
const place = root?.querySelector('.bp-root');
// Who comes back, or follows a link to a result, is not shown a beginning, only to be moved on.
if (place && (readKept() || linkedResult())) {
  place.early = null;
  place.inert = true;
  place.style.opacity = 0;
} else if (place) {
  const intro = place.firstElementChild.cloneNode(true);
  const later = root.querySelector('template').content.firstElementChild;
  const key = `${place.firstElementChild.lang} full intro ask`;
  new EarlyPages(place, 'intro', (name) => (name === 'intro' ? intro : later).cloneNode(true), key);
  // For whoever measures: from now on an answer counts.
  window.__ready = performance.now();
}
