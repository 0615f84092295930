// The page around the widget speaks its language: at first the visitor's own, then whichever is chosen.

import { TITLES } from '../generated/texts.js';
import { knownLanguage } from '../element/languages/known-languages.js';

const widget = /** @type {HTMLElement} */ (document.querySelector('b2b-b2c-profile'));
const root = document.documentElement;

widget.lang = navigator.languages.map(knownLanguage).find(Boolean) ?? root.lang;

function follow() {
  const code = knownLanguage(widget.lang);
  if (!code) return;
  root.lang = code;
  document.title = TITLES[code];
}

new MutationObserver(follow).observe(widget, { attributeFilter: ['lang'] });
follow();
