// The result on paper: copies of the result page's parts, in an order for readers who have only the paper.

import { element } from '../dom.js';
import { today } from './download.js';
import { languageIn, printPage, wordsIn } from './print.js';

/** What only makes sense on a screen, or appears elsewhere on paper. */
const ON_SCREEN = `button, input, textarea, form, fieldset, summary, progress, label:has(input), [role='status'],
  .bp-unseen, .bp-answers__total, .bp-channels, .bp-double, .bp-foundations .bp-answers, .bp-marks, .bp-moved,
  .bp-plan__aside, .bp-plan__hint, .bp-tabs, .bp-ways, .bp-unsuited`;
/** The parts on paper; of each group, the first with any content. */
const PARTS = [
  ['.bp-compare'], ['.bp-summary'], ['.bp-notices'], ['.bp-turning'], ['.bp-dimensions'], ['.bp-plan', '.bp-tactics'],
  ['.bp-advice'], ['.bp-foundations'],
];

/** The font sizes to try, in pixels; the first that fits is used. */
const SIZES = [13, 12.5, 12, 11.5, 11, 10.5, 10];
/** The height of two pages, in pixels, less some room for parts that may not break. */
const TWO_PAGES = 1930;

/** Prints the result in a widget's shadow root. */
export async function printResult(root) {
  const language = languageIn(root);
  const words = wordsIn(root);
  const title = `${words.file}-${today()}`;
  const content = printedResult(root.querySelector('.bp-result'), words, language);
  await printPage(root, { title, language, content, fit, isAlike: true });
}

/** Sets the font size. The comparison of two groups is on a page of its own. @param {Document} page */
function fit({ documentElement: { style }, body }) {
  const height = (part) => part?.offsetHeight ?? 0;
  const beside = body.querySelector('.bp-compare');
  SIZES.some((size) => {
    style.setProperty('--_unit', `${size}px`);
    return height(body.firstElementChild) - height(beside) <= TWO_PAGES;
  });
}

function printedResult(result, words, language) {
  const copy = result.cloneNode(true);
  const code = copy.querySelector('.bp-code')?.textContent;
  const closing = copy.querySelector('.bp-closing > p')?.textContent ?? '';
  const chosen = [...result.querySelectorAll('select')].map((list) => list.selectedOptions[0]?.textContent ?? '');
  for (const list of copy.querySelectorAll('select')) list.replaceWith(' ', element('strong', '', chosen.shift()), ' ');
  for (const part of copy.querySelectorAll(ON_SCREEN)) part.remove();
  // On paper, all details are open.
  for (const details of copy.querySelectorAll('details')) details.replaceWith(...details.childNodes);
  const parts = PARTS.flatMap((names) => names.map((name) => copy.querySelector(name)).find(hasContent) ?? []);
  const sources = takeSources(parts);
  const date = new Intl.DateTimeFormat(language, { __proto__: null, dateStyle: 'long' }).format(new Date());
  return element(
    'main', 'bp-print',
    element('header', 'bp-print__top', element('h1', '', words.title), ' ', element('span', '', date)),
    ...parts,
    element(
      'section', 'bp-section bp-print__sources',
      element('h3', 'bp-section__heading', words.sources),
      element('p', '', sources.join(' · ')),
    ),
    element(
      'p', 'bp-print__end',
      element('span', '', closing), ' ',
      element('span', '', code ? words.code : '', ' ', element('strong', '', code ?? '')),
    ),
  );
}

/** Whether a part has any content; a plan without entries, for example, has none. */
const hasContent = (part) => part?.matches('.bp-summary') || part?.querySelector('li');

/** Removes the sources from the parts; returns each once. */
function takeSources(parts) {
  const texts = new Set();
  for (const part of parts) {
    // Advice is mostly inference, and says so itself.
    if (!part.matches('.bp-advice')) part.querySelectorAll('.bp-sources > li').forEach((one) => texts.add(one.textContent));
    for (const list of part.querySelectorAll('.bp-sources, .bp-source-title')) list.remove();
  }
  return [...texts];
}
