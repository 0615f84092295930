// The result on paper: its parts are copies of the result page's, in the order for a reader who has nothing else.

import { element } from '../dom.js';
import { today } from './download.js';
import { languageIn, printPage, stemIn, wordsIn } from './print.js';

/** What only makes sense on a screen, or stands elsewhere on paper. */
const ON_SCREEN = `button, input, textarea, form, fieldset, summary, progress, label:has(input), [role='status'],
  .bp-unseen, .bp-answers__total, .bp-channels, .bp-double, .bp-foundations .bp-answers, .bp-marks, .bp-moved,
  .bp-plan__aside, .bp-plan__hint, .bp-tabs, .bp-ways, .bp-unsuited`;
/** The parts on paper; of those in one line, the first that says anything. */
const PARTS = [
  ['.bp-compare'], ['.bp-summary'], ['.bp-notices'], ['.bp-turning'], ['.bp-dimensions'], ['.bp-plan', '.bp-tactics'],
  ['.bp-advice'], ['.bp-foundations'],
];

/** The sizes of its letters, in pixels: the largest one that fits is taken. */
const SIZES = [13, 12.5, 12, 11.5, 11, 10.5, 10];
/** How much two pages hold, in pixels, with some room for what can't be parted. */
const TWO_PAGES = 1930;

/** Prints the result that stands in a widget's root. */
export async function printResult(root) {
  const language = languageIn(root);
  const title = `${stemIn(root)}-${today()}`;
  const content = printedResult(root.querySelector('.bp-result'), language);
  await printPage(root, { title, language, content, fit, isAlike: true });
}

/** Sets the letters' size. Two groups side by side are on a page before. @param {Document} page */
function fit({ documentElement: { style }, body }) {
  const height = (part) => part?.offsetHeight ?? 0;
  const beside = body.querySelector('.bp-compare');
  SIZES.some((size) => {
    style.setProperty('--_unit', `${size}px`);
    return height(body.firstElementChild) - height(beside) <= TWO_PAGES;
  });
}

/** The element with all of it. */
function printedResult(result, language) {
  const words = wordsIn(language);
  const copy = result.cloneNode(true);
  const code = copy.querySelector('.bp-code')?.textContent;
  const closing = copy.querySelector('.bp-closing > p')?.textContent ?? '';
  const chosen = [...result.querySelectorAll('select')].map((list) => list.selectedOptions[0]?.textContent ?? '');
  for (const list of copy.querySelectorAll('select')) list.replaceWith(' ', element('strong', '', chosen.shift()), ' ');
  for (const part of copy.querySelectorAll(ON_SCREEN)) part.remove();
  // What is closed on the page is open on paper.
  for (const details of copy.querySelectorAll('details')) details.replaceWith(...details.childNodes);
  const parts = PARTS.flatMap((names) => names.map((name) => copy.querySelector(name)).find(saysAnything) ?? []);
  const sources = takeSources(parts);
  const date = new Intl.DateTimeFormat(language, { __proto__: null, dateStyle: 'long' }).format(new Date());
  const page = element('main', 'bp-print');
  page.append(
    element('header', 'bp-print__top', element('h1', '', words.title), ' ', element('span', '', date)),
    ...parts,
    section('bp-print__sources', words.sources, element('p', '', sources.join(' · '))),
    element('p', 'bp-print__end', element('span', '', closing), ' ', element('span', '', code ? words.code : '', ' ', element('strong', '', code ?? ''))),
  );
  return page;
}

/** A part without any entry, such as a plan that is still empty, says nothing. */
function saysAnything(part) {
  return part && (part.matches('.bp-summary') || part.querySelector('li') !== null);
}

/** Takes the sources out of the parts; each stands once at the end. */
function takeSources(parts) {
  const texts = new Set();
  for (const part of parts) {
    // Advice is mostly our inference, and says so itself.
    if (!part.matches('.bp-advice')) part.querySelectorAll('.bp-sources > li').forEach((one) => texts.add(one.textContent));
    for (const list of part.querySelectorAll('.bp-sources, .bp-source-title')) list.remove();
  }
  return [...texts];
}

function section(name, title, ...content) {
  return element('section', `bp-section ${name}`, element('h3', 'bp-section__heading', title), ...content);
}
