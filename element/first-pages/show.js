import { FIRST_PAGE_FILES } from '../../generated/files.js';
import { FIRST_PAGES } from '../../generated/first-pages.js';
import { readText } from '../loading/fetched-files.js';
import { loadOnce } from '../loading/load-once.js';
import { controlAt, placeOf } from '../shadow-root/place.js';
import { FirstPages } from './first-pages.js';

/** The first pages by language: those in the script, then those loaded from files. */
const pagesOf = new Map(FIRST_PAGES);

/**
 * Shows the first page in `place`, in a language and with the element's `variant`, `start` and `persist`. What the
 * visitor did on the pages before is repeated on the new ones.
 *
 * If the pages are in a file, only loads it and returns a promise: by then, the settings may have changed.
 */
export function showFirstPages(place, { language, variant, start, persist }) {
  const pages = pagesOf.get(language);
  if (!pages) {
    const loading = loadOnce(FIRST_PAGE_FILES[language], readText);
    return loading.then((text) => void pagesOf.set(language, JSON.parse(text)));
  }
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

/** Creates the element or text that a description stands for. */
function build(node) {
  if (typeof node === 'string') return document.createTextNode(node);
  const [name, attributes, ...children] = node;
  const element = document.createElement(name);
  for (let at = 0; at < attributes.length; at += 2) element.setAttribute(attributes[at], attributes[at + 1]);
  element.append(...children.map(build));
  return element;
}
