import { loadExportScript } from '../loading/fetched-files.js';

/**
 * Loads the export script and prints or draws one kind of export from a widget's shadow root. Resolves with `done`,
 * `failed`, or `forbidden` by the browser; calls `onFile` first if there is a file.
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
