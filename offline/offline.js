// The page around the widget: starts in the visitor's own language, then follows the widget's.

import { knownLanguage } from '../element/languages/known-languages.js';
import { followWidgetLanguage } from '../element/languages/page-language.js';

const widget = /** @type {HTMLElement} */ (document.querySelector('b2b-b2c-profile'));
widget.lang = navigator.languages.map(knownLanguage).find(Boolean) ?? document.documentElement.lang;
followWidgetLanguage(widget);
