/** Copies a text to the clipboard; returns whether that worked. */
export async function copyText(text, root) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text, root);
  }
}

/** Copies with `execCommand`, for host pages without a secure context. */
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
    // Blocked as well.
  }
  field.remove();
  focused?.focus();
  return isCopied;
}

/** Whether the browser can share texts here; in a frame, that may be forbidden. */
export function canShare() {
  try {
    return navigator.share !== undefined && navigator.canShare({ __proto__: null, text: 'text' });
  } catch {
    return false;
  }
}

/** Shares a text; resolves with `done` or `failed`, or with '' if the visitor cancels. */
export async function shareText(title, text) {
  try {
    await navigator.share({ __proto__: null, title, text });
    return 'done';
  } catch (error) {
    return error?.name === 'AbortError' ? '' : 'failed';
  }
}
