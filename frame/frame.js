// The page in the frame: builds the widget from the frame's address, and sends its height and events to the host page.

import { FRAME_ATTRIBUTES } from '../generated/interface.js';
import { knownLanguage } from '../element/languages/known-languages.js';
import { followWidgetLanguage } from '../element/languages/page-language.js';
import { openChannel } from './channel.js';

/** Returns a function that sets the host page's language, unless the address or the visitor has chosen another. */
function languageTaker(widget) {
  let taken = widget.lang;
  let isChosen = taken !== '';
  const heed = () => { isChosen ||= widget.lang !== taken; };
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
const query = new URLSearchParams(location.search);
for (const name of FRAME_ATTRIBUTES) {
  const value = query.get(name);
  if (value !== null) widget.setAttribute(name, value);
}
followWidgetLanguage(widget);
const followTheme = () => { document.documentElement.dataset.theme = widget.getAttribute('theme') ?? 'auto'; };
new MutationObserver(followTheme).observe(widget, { __proto__: null, attributeFilter: ['theme'] });
followTheme();
openChannel(widget, languageTaker(widget));
document.body.append(widget);
