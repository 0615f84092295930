import { TITLES } from '../../generated/texts.js';
import { knownLanguage } from './known-languages.js';

/** Gives a page that holds only the widget the widget's language, and its title in that language. */
export function followWidgetLanguage(widget) {
  const follow = () => {
    const code = knownLanguage(widget.lang);
    if (!code) return;
    document.documentElement.lang = code;
    document.title = TITLES[code];
  };
  new MutationObserver(follow).observe(widget, { __proto__: null, attributeFilter: ['lang'] });
  follow();
}
