// Asking for what is printed or drawn: the script that does it comes with the first wish.

import { loadHandOut } from './source.js';

/**
 * Prints or draws what a word names, from what stands in a widget's root. Resolves with what became of it: `done`,
 * `failed`, or `forbidden` by the browser; `onFile` hears of a file before.
 */
async function deliverHandOut(what, root, onFile) {
  try {
    const way = await loadHandOut();
    const name = await way.handOut(what, root);
    if (name) onFile?.({ version: 1, format: 'png', name });
    return 'done';
  } catch (error) {
    console.warn(`b2b-b2c-profile: ${what} not handed out: ${error?.message ?? error}`);
    return error?.name === 'NotAllowedError' ? 'forbidden' : 'failed';
  }
}

export { deliverHandOut };
