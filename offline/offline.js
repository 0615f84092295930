// The page around the widget speaks its language: at first the visitor's own, then whichever is chosen.

import { TITLES } from '../generated/texts.js';

const widget = /** @type {HTMLElement} */ (document.querySelector('b2b-b2c-profile'));
const root = document.documentElement;

const hasTitle = (code) => Object.keys(TITLES).includes(code);

const known = navigator.languages.map((tag) => tag.split('-')[0]).find((code) => hasTitle(code));
widget.lang = known ?? root.lang;

function follow() {
  const code = widget.lang;
  if (!hasTitle(code)) return;
  root.lang = code;
  document.title = TITLES[code];
}

new MutationObserver(follow).observe(widget, { attributeFilter: ['lang'] });
follow();
