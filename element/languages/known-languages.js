// The languages that the widget speaks.

import { TEXT_FILES } from '../../generated/files.js';

const files = new Map(TEXT_FILES);

/** The code of the language that a tag such as `en-GB` means; none if the widget doesn't speak it. */
function knownLanguage(tag) {
  const code = tag.split(/[-_]/)[0].toLowerCase();
  return files.has(code) ? code : undefined;
}

/** The code of the language to speak where none is named that is known. */
const FIRST_LANGUAGE = TEXT_FILES[0][0];

/** Where the texts of a language are. */
function textsFile(code) {
  return files.get(code);
}

export { FIRST_LANGUAGE, knownLanguage, textsFile };
