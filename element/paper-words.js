// What paper says that the page doesn't, and the names of its files.

import { WORDS } from './printed.js';

/** The language that a widget's root speaks. */
function languageIn(root) {
  return root.querySelector('.bp').lang;
}

/** The words for paper in a language. */
function wordsIn(language) {
  return WORDS.find(([code]) => code === language)[1];
}

/** A day as files are named by it: they sort by it, too. */
function dayOf(date) {
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** What a file's name begins with. */
function stemIn(root) {
  return wordsIn(languageIn(root)).file;
}

export { dayOf, languageIn, stemIn, wordsIn };
