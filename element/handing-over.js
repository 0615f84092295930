// Handing something to the visitor: to the clipboard, as a file, or to whatever the device passes things on with.

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

/** The most that a file with a result may measure, in bytes; the widget says so again. */
const LARGEST_FILE = 256 * 1024;

/** What the file chosen in a field holds; none where it is too large. The same one can be chosen again. */
async function readFile(field) {
  const [file] = field.files;
  field.value = '';
  if (file.size > LARGEST_FILE) return undefined;
  // A file that is gone by now has nothing in it.
  return file.text().catch(() => '');
}

/** The day it is here: year, month and day. */
function today() {
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return day.join('-');
}

/** The formats of files by the ending of their name. */
const TYPES = { __proto__: null, json: 'application/json', csv: 'text/csv;charset=utf-8' };

/** Offers a text as a file; the day is added to its name. */
function downloadText(stem, format, text) {
  const name = `${stem}-${today()}.${format}`;
  const address = URL.createObjectURL(new Blob([text], { __proto__: null, type: TYPES[format] }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by the time the next task runs.
  setTimeout(() => URL.revokeObjectURL(address));
  return name;
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

export { canShare, copyText, downloadText, readFile, shareText, today };
