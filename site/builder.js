// The embed builder: fields, preview and snippet. Its only state is in the fields; nothing is stored.

import { configure } from './configuration.js';
import { followFields } from './fields.js';
import { policyLines } from './policy.js';
import { previewIn } from './preview.js';
import { snippet } from './snippet.js';
import { showCode } from './code.js';
import { pageAt, takeTexts } from './texts.js';

const HOME = new URL('.', import.meta.url).href;

/** Loads the builder's page and replaces the section's plain snippet with its form. */
async function build(section, address) {
  const page = await pageAt(address);
  const { href } = page.querySelector('link[href$="builder.css"]');
  await new Promise((resolve, reject) => {
    const link = document.createElement('link');
    document.head.append(Object.assign(link, { rel: 'stylesheet', href, onload: resolve, onerror: reject }));
  });
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
