// The entry point of a separate script, loaded when a visitor asks for one of these exports.

import { savePicture } from './picture.js';
import { printEverything, printResult } from './printed-result.js';
import { printQuestionnaire } from './questionnaire.js';

const EXPORTS = {
  __proto__: null,
  everything: printEverything,
  picture: savePicture,
  questionnaire: printQuestionnaire,
  result: printResult,
};

/** Prints or draws one kind of export from a widget's shadow root. Resolves with the file's name, if there is one. */
export const makeExport = async (kind, root) => EXPORTS[kind](root);
