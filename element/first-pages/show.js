import { FIRST_PAGE_FILES } from '../../generated/files.js';
import { FIRST_PAGES } from '../../generated/first-pages.js';
import { readText } from '../loading/fetched-files.js';
import { loadOnce } from '../loading/load-once.js';
import { controlAt, placeOf } from '../shadow-root/place.js';
import { FirstPages } from './first-pages.js';

/** The first pages by language: some are in the script, those of other languages come from their files. */
const pagesOf = new Map(FIRST_PAGES);

/** Loads the first pages in a language. */
async function loadFirstPages(language) {
  pagesOf.set(language, JSON.parse(await loadOnce(FIRST_PAGE_FILES[language], readText)));
}

/**
 * Shows the first page at its place as the element is set, or as much as it can know of it.
 *
 * `settings` has the language, and the element's `variant`, `start` and `persist`. What was done on the pages that
 * stand there is done again. Where the pages are in a file, that begins to load, and a promise is returned: what is to
 * be shown by then may be something else.
 */
export function showFirstPages(place, settings) {
  const { language, variant, start, persist } = settings;
  const pages = pagesOf.get(language);
  if (!pages) return loadFirstPages(language);
  const key = [language, variant, start, persist].join(' ');
  const before = place.firstPages;
  if (before?.key === key) return undefined;
  const make = (name) => {
    const page = build(pages[name]);
    if (variant === 'compact') {
      page.classList.add('bp--compact');
      page.querySelector('.bp-facts')?.remove();
    }
    if (persist === 'none') page.querySelector('.bp-keep')?.remove();
    return page;
  };
  const first = start === 'question' ? 'opening' : 'intro';
  const focused = placeOf(place.getRootNode().activeElement, place);
  place.textContent = '';
  place.append(make(first));
  place.firstPages = new FirstPages(place, first, make, key);
  if (before) place.firstPages.replay(before.done, before.isKept);
  controlAt(focused, place)?.focus();
  return undefined;
}

/** The element, or the text, that a description stands for. */
function build(node) {
  if (typeof node === 'string') return document.createTextNode(node);
  const [name, attributes, ...children] = node;
  const element = document.createElement(name);
  for (let at = 0; at < attributes.length; at += 2) element.setAttribute(attributes[at], attributes[at + 1]);
  element.append(...children.map(build));
  return element;
}
