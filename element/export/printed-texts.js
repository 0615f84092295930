// What paper says that the page doesn't, and the names of its files.

import { PRINTED_TEXTS } from '../../generated/printed.js';

/** The language that a widget's root speaks. */
function languageIn(root) {
  return root.querySelector('.bp').lang;
}

/** The words for paper in a language. */
function wordsIn(language) {
  return PRINTED_TEXTS[language];
}

/** What a file's name begins with. */
function stemIn(root) {
  return wordsIn(languageIn(root)).file;
}

export { languageIn, stemIn, wordsIn };
