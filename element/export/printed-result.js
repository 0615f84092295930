// The result on paper: copies of the result page's parts, in an order for readers who have only the paper.

import { element } from '../dom.js';
import { today } from './download.js';
import { languageIn, printPage, wordsIn } from './print.js';

/** What only makes sense on a screen. */
const ON_SCREEN = `button, input, textarea, form, nav, [role='status'], .bp-unseen, .bp-summary__beside, .bp-call,
  .bp-marks, .bp-plan__segments, .bp-plan__counts, .bp-answer__scale, .bp-answers__total, .bp-double,
  .bp-foundations > .bp-details`;
/** What the usual printout leaves out: second disclosures and the rarer rows. */
const RARE = '.bp-part .bp-details, .bp-rows--beside';

/** The font sizes to try, in pixels; the first one with which each page has enough room is used. */
const SIZES = [14, 13.5, 13, 12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9];
/** The height between the margins of the style sheet, in pixels, less what a printer may round up. */
const PAGE = 1010;

/** Prints the result in a widget's shadow root: what it is and what to do on a page, and why on another. */
export const printResult = (root) => print(root, ({ copy, words, sources }) => {
  const basis = copy.querySelector('[data-id="foundations"]');
  leaveOutRare(copy);
  const [actions, reasons] = parts(copy);
  const isAnswered = basis?.querySelector('.bp-foundations__reading, .bp-tag--first');
  const first = isAnswered
    && section(basis.querySelector('.bp-row__title').textContent, basis.querySelector('.bp-foundations'));
  const list = section(words.sources, element('p', 'bp-print__sources', [...sources].join(' · ')));
  return [[...actions, first], [...reasons, list]];
}, fitPages);

/** Prints everything in the result, on as many pages as that takes. */
export const printEverything = (root) => print(root, ({ copy }) => {
  const others = copy.querySelector('.bp-others');
  const title = copy.querySelector('[data-id="compare"] .bp-row__title')?.textContent;
  return [parts(copy).flat(), [others && section(title, others)]];
});

/** @param {(page: Document) => void} [fit] */
async function print(root, arrange, fit) {
  const language = languageIn(root);
  const words = wordsIn(root);
  const { copy, code, closing, sources } = copyOf(root.querySelector('.bp-result'));
  const [first, last] = arrange({ copy, words, sources });
  const date = new Intl.DateTimeFormat(language, { __proto__: null, dateStyle: 'long' }).format(new Date());
  const top = element('header', 'bp-print__top', element('h1', '', words.title), ' ', element('span', '', date));
  const mark = element('span', '', ...(code ? [words.code, ' ', element('strong', '', code)] : []));
  const end = element('p', 'bp-print__end', element('span', '', closing), ' ', mark);
  const content = element(
    'main', 'bp-print',
    ...[[top, ...first], [...last, end]].map((page) => element('div', 'bp-print__page', ...page.filter(Boolean))),
  );
  await printPage(root, { title: `${words.file}-${today()}`, language, content, fit, isAlike: true });
}

/** Sets the font size, and begins the second page, unless all of it has room on the first. @param {Document} page */
function fitPages({ documentElement: { style }, body: { children: [report] } }) {
  const tall = (part) => part.getBoundingClientRect().height > PAGE;
  SIZES.some((size, at) => {
    style.setProperty('--_unit', `${size}px`);
    report.classList.toggle('bp-print--pages', at > 0 || tall(report));
    return ![...report.children].some(tall);
  });
}

/** A copy of the result as it reads on paper, and what its last part says: the code and the closing words. */
function copyOf(result) {
  const copy = result.cloneNode(true);
  const text = (selector) => copy.querySelector(selector)?.textContent ?? '';
  const chosen = [...result.querySelectorAll('select')].map((list) => list.selectedOptions[0]?.textContent ?? '');
  for (const list of copy.querySelectorAll('select')) {
    const isMark = list.matches('.bp-pill');
    list.replaceWith(' ', element(isMark ? 'span' : 'strong', isMark ? 'bp-pill' : '', chosen.shift()), ' ');
  }
  const group = text('.bp-tabs [aria-pressed="true"]');
  for (const heading of group ? copy.querySelectorAll('.bp-part__heading') : []) heading.append(` · ${group}`);
  for (const mark of copy.querySelectorAll('.bp-card--open [aria-pressed="true"]')) {
    mark.parentElement.replaceWith(element('p', '', element('span', 'bp-pill', mark.textContent)));
  }
  const [code, closing] = [text('.bp-code'), text('[data-id="about"] .bp-row__body > p')];
  for (const part of copy.querySelectorAll(ON_SCREEN)) part.remove();
  const shown = copy.querySelectorAll('.bp-dimensions .bp-sources li, .bp-card .bp-sources li');
  const sources = new Set([...shown].map((source) => source.textContent));
  for (const head of copy.querySelectorAll('summary')) {
    const open = head.matches('.bp-row__head') ? element('div', head.className) : element('p', 'bp-source-title');
    open.append(...head.childNodes);
    head.replaceWith(open);
  }
  for (const row of copy.querySelectorAll('details')) {
    const open = element('div', row.className);
    open.append(...row.childNodes);
    row.replaceWith(open);
  }
  return { copy, code, closing, sources };
}

/** Leaves out what isn't needed first. Selectors do without `:has`, which Firefox knows since version 121. */
function leaveOutRare(copy) {
  // The plan says the same, and how it is marked.
  for (const { dataset: { id } } of copy.querySelectorAll('.bp-planned')) {
    copy.querySelector(`.bp-card[data-id="${id}"]`)?.remove();
  }
  for (const one of copy.querySelectorAll('.bp-foundation')) if (!one.querySelector('.bp-tag--first')) one.remove();
  for (const part of copy.querySelectorAll(RARE)) part.remove();
  for (const rows of copy.querySelectorAll('.bp-rows:empty')) rows.remove();
  for (const title of copy.querySelectorAll('.bp-also')) {
    if (title.nextElementSibling?.matches('.bp-also') ?? true) title.remove();
  }
}

/** The parts that have any content: what it is and what to do; and why. */
const parts = (copy) => [
  ['.bp-summary', '.bp-parts > .bp-firm', '.bp-part--plan', '.bp-part--do'], ['.bp-part--why'],
].map((page) => page.map((part) => copy.querySelector(part)).filter(hasContent));

const hasContent = (part) => !part?.matches('.bp-part--plan, .bp-part--do')
  || part.querySelector('.bp-planned, .bp-card, .bp-row');

const section = (title, content) => element(
  'section', 'bp-part', element('h3', 'bp-part__heading', title), content,
);
