import { policyLines } from './policy.js';
import { snippet } from './snippet.js';

/** Shows a status message of a box; with no state, none. */
function setStatus(box, state = '') {
  for (const message of box.querySelectorAll('[role="status"] > *')) message.hidden = message.dataset.state !== state;
}

/** Writes a text into a box, or hides the box if there is none. */
function write(box, part) {
  box.hidden = !part;
  const code = box.querySelector('code');
  if (!part || code.textContent === part.text) return;
  code.textContent = part.text;
  box.querySelector('.code__file').textContent = part.file;
  setStatus(box);
}

async function copy(box) {
  const code = box.querySelector('code');
  setStatus(box);
  try {
    await navigator.clipboard.writeText(code.textContent);
    setStatus(box, 'copied');
  } catch {
    // If the browser blocks the clipboard, the visitor can press the copy shortcut.
    getSelection()?.selectAllChildren(code);
    setStatus(box, 'selected');
  }
}

/** Shows what to paste, and what a content security policy must allow. */
export function showCode(form, configuration) {
  const policy = { file: 'Content-Security-Policy', text: policyLines(configuration).join('\n') };
  const [first, second] = snippet(configuration);
  const parts = [first, second, policy];
  for (const [at, box] of form.querySelectorAll('.code').entries()) {
    write(box, parts[at]);
    box.querySelector('button').onclick = () => copy(box);
  }
}
