// The page in the frame: makes the widget as its own address says, and tells the page around it height and events.

import { report } from './report.js';
import { ATTRIBUTES, TITLES } from './table.js';

/** Takes the attributes that the address names; of any other name nothing is taken. */
function configure(widget) {
  const query = new URLSearchParams(location.search);
  for (const name of ATTRIBUTES) {
    const value = query.get(name);
    if (value !== null) widget.setAttribute(name, value);
  }
}

/** The page itself speaks and looks as the widget does. */
function follow(widget) {
  const root = document.documentElement;
  const code = widget.lang.split('-')[0].toLowerCase();
  if (Object.hasOwn(TITLES, code)) {
    root.lang = code;
    document.title = TITLES[code];
  }
  root.dataset.theme = widget.getAttribute('theme') ?? 'auto';
}

const widget = document.createElement('b2b-b2c-profile');
configure(widget);
follow(widget);
new MutationObserver(() => follow(widget)).observe(widget, { attributeFilter: ['lang', 'theme'] });
report(widget);
document.body.append(widget);
