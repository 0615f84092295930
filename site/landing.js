// The landing page: all languages at one address, the page without internet, and the embed builder.

import { offerInstall } from './install.js';
import { followLanguage } from './language.js';

const embed = /** @type {HTMLElement} */ (document.querySelector('.embed'));
let builder;

/** Loads the builder; where that fails, the plain snippet in its place stays. */
async function openBuilder() {
  const { build } = await import('./builder.js');
  return build(embed, new URL('builder.html', location.href).href);
}

// Most visitors never come as far as the builder; it is loaded for those who do.
const approach = new IntersectionObserver(
  (entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    approach.disconnect();
    builder = openBuilder().catch(() => undefined);
  },
  { rootMargin: '400px 0px' },
);
approach.observe(embed);

followLanguage((address) => {
  builder?.then((opened) => opened?.speak(new URL('builder.html', address).href));
});
document.querySelector('[data-do="print"]')?.addEventListener('click', () => {
  document.querySelector('b2b-b2c-profile')?.printQuestionnaire();
});
offerInstall();
