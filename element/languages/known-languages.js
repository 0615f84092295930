import { LANGUAGES } from '../../generated/texts.js';

/** The code of the language that a tag such as `en-GB` means; none if the widget doesn't speak it. */
export function knownLanguage(tag) {
  const code = tag.split(/[-_]/)[0].toLowerCase();
  return LANGUAGES.includes(code) ? code : undefined;
}
