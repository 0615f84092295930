import { policyLines } from './policy.js';
import { snippet } from './snippet.js';

/** Writes a text into one of the boxes, or hides the box where there is none. */
function write(box, part) {
  box.hidden = !part;
  if (!part) return;
  const code = box.querySelector('code');
  if (code.textContent === part.text) return;
  code.textContent = part.text;
  box.querySelector('.code__file').textContent = part.file;
  for (const told of box.querySelectorAll('[role="status"] > *')) told.hidden = true;
}

async function copy(box) {
  const code = box.querySelector('code');
  const tell = (state) => {
    for (const told of box.querySelectorAll('[role="status"] > *')) told.hidden = told.dataset.state !== state;
  };
  tell('none');
  try {
    await navigator.clipboard.writeText(code.textContent);
    tell('copied');
  } catch {
    // Where a browser keeps the clipboard to itself, the visitor's own key does it.
    getSelection()?.selectAllChildren(code);
    tell('selected');
  }
}

/** Shows what to paste, and what a content security policy must allow. */
export function showCode(form, configuration) {
  const boxes = [...form.querySelectorAll('.code')];
  const policy = { file: 'Content-Security-Policy', text: policyLines(configuration).join('\n') };
  const parts = snippet(configuration);
  const texts = [parts[0], parts[1], policy];
  for (const [place, box] of boxes.entries()) {
    write(box, texts[place]);
    box.querySelector('button').onclick = () => copy(box);
  }
}
