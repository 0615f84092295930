import { offerInstall } from './install.js';
import { followLanguage } from './language.js';

const embed = /** @type {HTMLElement} */ (document.querySelector('.embed'));
let builder;

// Most visitors never scroll to the builder. If it can't be loaded, the plain snippet stays.
const approach = new IntersectionObserver((entries) => {
  if (!entries.some((entry) => entry.isIntersecting)) return;
  approach.disconnect();
  const address = new URL('builder.html', location.href).href;
  builder = import('./builder.js').then(({ build }) => build(embed, address)).catch(() => undefined);
}, { rootMargin: '400px 0px' });
approach.observe(embed);

followLanguage((address) => {
  builder?.then((opened) => opened?.speak(new URL('builder.html', address).href));
});
document.querySelector('[data-do="print"]')?.addEventListener('click', () => {
  document.querySelector('b2b-b2c-profile')?.printQuestionnaire();
});
offerInstall();
