// Handing something to the visitor: to the clipboard, as a file, or to whatever the device passes things on with.

import { offerFile } from './files.js';

/** Puts a text on the clipboard; where the page may not, the text stands in the widget to be selected. */
async function copyText(text, root) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copySelected(text, root);
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
  try {
    document.execCommand('copy');
  } catch {
    // Not allowed either: the text is still there to be selected.
  }
  field.remove();
  focused?.focus();
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

/** Passes a text on, and calls `onShared` unless the visitor thought better of it. */
async function shareText(title, text, onShared) {
  try {
    await navigator.share({ __proto__: null, title, text });
  } catch {
    return;
  }
  onShared();
}

export { canShare, copyText, downloadText, shareText };
