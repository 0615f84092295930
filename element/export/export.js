// Exports that few visitors ask for, in a script of its own, which is loaded when they do.

import { savePicture } from './picture.js';
import { printResult } from './printed-result.js';
import { printQuestionnaire } from './questionnaire.js';

const EXPORTS = { __proto__: null, picture: savePicture, questionnaire: printQuestionnaire, result: printResult };

/**
 * Prints or draws one kind of export from what stands in a widget's root. Resolves with the file's name, where there
 * is one; rejects where it can't be done.
 */
export const makeExport = async (kind, root) => EXPORTS[kind](root);
