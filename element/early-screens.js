import { follow, pathTo } from './changing-places.js';
import { EarlyPages } from './early.js';
import { languageOf } from './language.js';
import { once } from './loads.js';
import { SCREENS } from './screens.js';
import { readText } from './source.js';
import { FIRST_PAGES } from './wasm.js';

/** The first pages by language: some are in the script, those of other languages come from their files. */
const screensOf = new Map(SCREENS);
const screenFiles = new Map(FIRST_PAGES);

/** Whether the first pages of the language that a tag means are there. */
function hasScreens(tag) {
  return screensOf.has(languageOf(tag));
}

/** Loads them. */
async function loadScreens(tag) {
  const language = languageOf(tag);
  screensOf.set(language, JSON.parse(await once(screenFiles.get(language), readText)));
}

/**
 * Shows the first page at its place as the element is set, or as much as it can know of it.
 *
 * `settings` has the language tag, and the element's `variant`, `start` and `persist`. What was done on the pages that
 * stand there is done again.
 */
function showEarly(place, settings) {
  const { variant, start, persist } = settings;
  const language = languageOf(settings.language);
  const screens = screensOf.get(language);
  const key = [language, variant, start, persist].join(' ');
  const before = place.early;
  if (before?.key === key) return;
  const make = (name) => {
    const page = made(screens[name]);
    if (variant === 'compact') {
      page.classList.add('bp--compact');
      page.querySelector('.bp-facts')?.remove();
    }
    if (persist === 'none') page.querySelector('.bp-keep')?.remove();
    return page;
  };
  const first = start === 'question' ? 'opening' : 'intro';
  const focused = pathTo(place.getRootNode().activeElement, place);
  const done = before?.done;
  place.replaceChildren(make(first));
  const early = new EarlyPages(place, first, make, key);
  if (done) early.repeat(done);
  if (focused) follow(focused, place)?.focus();
}

/** The element, or the text, that a description stands for. */
function made(node) {
  if (typeof node === 'string') return document.createTextNode(node);
  const [name, attributes, ...children] = node;
  const element = document.createElement(name);
  for (let at = 0; at < attributes.length; at += 2) element.setAttribute(attributes[at], attributes[at + 1]);
  element.append(...children.map(made));
  return element;
}

export { hasScreens, loadScreens, showEarly };
