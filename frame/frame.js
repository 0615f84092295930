// The page in the frame: makes the widget as its own address says, and tells the host page its height and events.

import { FRAME_ATTRIBUTES } from '../generated/interface.js';
import { TITLES } from '../generated/texts.js';
import { knownLanguage } from '../element/languages/known-languages.js';
import { openChannel } from './channel.js';

/** Takes the attributes that the address names; of any other name nothing is taken. */
function configure(widget) {
  const query = new URLSearchParams(location.search);
  for (const name of FRAME_ATTRIBUTES) {
    const value = query.get(name);
    if (value !== null) widget.setAttribute(name, value);
  }
}

/** The page itself speaks and looks as the widget does. */
function follow(widget) {
  const root = document.documentElement;
  const code = knownLanguage(widget.lang);
  if (code) {
    root.lang = code;
    document.title = TITLES[code];
  }
  root.dataset.theme = widget.getAttribute('theme') ?? 'auto';
}

/**
 * Has the widget speak the language of the host page, until its own address or the visitor says which it is to speak.
 */
function languageTaker(widget) {
  let taken = widget.lang;
  let isChosen = taken !== '';
  const heed = () => { isChosen = isChosen || widget.lang !== taken; };
  new MutationObserver(heed).observe(widget, { __proto__: null, attributeFilter: ['lang'] });
  return (tag) => {
    heed();
    const code = knownLanguage(tag);
    if (isChosen || !code) return;
    taken = code;
    widget.lang = code;
  };
}

const widget = document.createElement('b2b-b2c-profile');
configure(widget);
follow(widget);
new MutationObserver(() => follow(widget)).observe(widget, { __proto__: null, attributeFilter: ['lang', 'theme'] });
openChannel(widget, languageTaker(widget));
document.body.append(widget);
