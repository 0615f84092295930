// Exports that are printed or drawn: the script that makes them is loaded for the first one.

import { loadExportScript } from '../loading/fetched-files.js';

/**
 * Prints or draws one kind of export from what stands in a widget's root. Resolves with what became of it: `done`,
 * `failed`, or `forbidden` by the browser; `onFile` hears of a file before.
 */
export async function runExport(kind, root, onFile) {
  try {
    const { makeExport } = await loadExportScript();
    const name = await makeExport(kind, root);
    if (name) onFile?.({ version: 1, format: 'png', name });
    return 'done';
  } catch (error) {
    console.warn(`b2b-b2c-profile: ${kind} not exported: ${error?.message ?? error}`);
    return error?.name === 'NotAllowedError' ? 'forbidden' : 'failed';
  }
}
