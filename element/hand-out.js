// What few visitors ask for, in a script of its own: it is loaded when they do.

import { printReport } from './report.js';

/** Prints or draws something from what stands in a widget's root. Rejects where that can't be done. */
async function handOut(what, root) {
  await printReport(root);
}

export { handOut };
