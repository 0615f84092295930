// Texts that the visitor copies, or passes on with what the device has for that.

/** Puts a text on the clipboard; whether it is there. */
export async function copyText(text, root) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text, root);
  }
}

/** The old way, for host pages without a secure address. */
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

/** Whether the device can pass texts on from here; a page in a frame may be forbidden to. */
export function canShare() {
  try {
    return navigator.share !== undefined && navigator.canShare({ __proto__: null, text: 'text' });
  } catch {
    return false;
  }
}

/** Passes a text on; resolves with `done` or `failed`, and with nothing where the visitor thought better of it. */
export async function shareText(title, text) {
  try {
    await navigator.share({ __proto__: null, title, text });
    return 'done';
  } catch (error) {
    return error?.name === 'AbortError' ? '' : 'failed';
  }
}
