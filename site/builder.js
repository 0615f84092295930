// The embed builder: the fields on the left, the test as it will be on the right, what to paste below.
// The choices live in the fields alone; nothing is stored.

import { configure } from './configuration.js';
import { followFields } from './fields.js';
import { policyLines } from './policy.js';
import { previewIn } from './preview.js';
import { snippet } from './snippet.js';
import { showCode } from './code.js';
import { pageAt, takeTexts } from './texts.js';

const HOME = new URL('.', import.meta.url).href;

/** Loads the sheet that a page names, for this page. */
function loadSheet(page) {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = page.querySelector('link[href$="builder.css"]').href;
  return new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = reject;
    document.head.append(link);
  });
}

/** Puts the builder, which stands at an address of its own, in the place of the section's plain snippet. */
async function build(section, address) {
  const page = await pageAt(address);
  await loadSheet(page);
  const form = document.adoptNode(page.querySelector('.builder'));
  form.elements.base.value = HOME;
  form.elements.lang.value = document.documentElement.lang;
  const preview = previewIn(form.querySelector('.preview__box'));
  const draw = (configuration) => {
    for (const part of form.querySelectorAll('[data-doors]')) {
      part.hidden = !part.dataset.doors.split(' ').includes(configuration.door);
    }
    showCode(form, configuration);
    preview(configuration);
  };
  const read = followFields(form, HOME, draw);
  section.querySelector('.embed__plain').replaceWith(form);
  draw(read());
  const speak = async (other) => {
    takeTexts(form, await pageAt(other));
    preview(read());
  };
  return { speak };
}

export { build, configure, policyLines, snippet };
