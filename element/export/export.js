// What few visitors ask for, in a script of its own: it is loaded when they do.

import { savePicture } from './picture.js';
import { printQuestionnaire } from './questionnaire.js';
import { printReport } from './report.js';

const WAYS = { __proto__: null, picture: savePicture, questionnaire: printQuestionnaire, report: printReport };

/**
 * Prints or draws something from what stands in a widget's root. Resolves with the file's name, where there is one;
 * rejects where it can't be done.
 */
async function handOut(what, root) {
  return WAYS[what](root);
}

export { handOut };
