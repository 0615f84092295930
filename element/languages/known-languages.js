import { LANGUAGES } from '../../generated/texts.js';

/** The language code in a tag such as `en-GB`; undefined if the widget has no such language. */
export function knownLanguage(tag) {
  const code = tag.split(/[-_]/)[0].toLowerCase();
  return LANGUAGES.includes(code) ? code : undefined;
}
