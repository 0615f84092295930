// Handing something to the visitor: to the clipboard, as a file, or to whatever the device passes things on with.

import { offerFile } from './files.js';

/** Puts a text on the clipboard; whether it is there. */
async function copyText(text, root) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text, root);
  }
}

/** The old way, for pages without a secure address. */
function copySelected(text, root) {
  const focused = root.activeElement;
  const field = document.createElement('textarea');
  field.className = 'bp-unseen';
  field.value = text;
  root.append(field);
  field.select();
  let isCopied = false;
  try {
    isCopied = document.execCommand('copy');
  } catch {
    // Not allowed either.
  }
  field.remove();
  focused?.focus();
  return isCopied;
}

/** The formats of files by the ending of their name. */
const TYPES = { __proto__: null, json: 'application/json', csv: 'text/csv;charset=utf-8' };

/** Offers a text as a file. Returns the file's name. */
function downloadText(stem, format, text) {
  return offerFile(stem, format, new Blob([text], { __proto__: null, type: TYPES[format] }));
}

/** Whether the device can pass texts on from this page; a page in a frame may be forbidden to. */
function canShare() {
  try {
    return Boolean(navigator.share && navigator.canShare({ __proto__: null, text: 'text' }));
  } catch {
    return false;
  }
}

/** Passes a text on; resolves with `done` or `failed`, and with nothing where the visitor thought better of it. */
async function shareText(title, text) {
  try {
    await navigator.share({ __proto__: null, title, text });
    return 'done';
  } catch (error) {
    return error?.name === 'AbortError' ? '' : 'failed';
  }
}

export { canShare, copyText, downloadText, shareText };
