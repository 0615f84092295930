// Printing a document of its own, in a frame that nobody sees: what stands on the host page never matters.

import { PRINTED_SHEET, PRINTED_TEXTS } from '../../generated/printed.js';
import { readableOnWhite } from '../shadow-root/accent.js';

/** How long a browser may take to begin, in milliseconds; one that never does isn't allowed to. */
const PRINT_PATIENCE = 1000;
/** What a host page may have set that shows on paper: its colours, if they are dark enough there, and its font. */
const COLOURS = ['--bp-accent', '--bp-b2b', '--bp-b2c'];
const FONT = '--bp-font';

/** Between the margins that the sheet sets. */
const WIDTH = '180mm';

let last;

/**
 * Prints an element under a title, in a language; `root` is the shadow root that it was made for. `fit` is called with
 * the document once it stands there, as wide as the paper. In a sandbox that keeps a page from its own frames, the host
 * page itself is printed, if it `isAlike`. Rejects where that may not print.
 *
 * @param {ShadowRoot} root
 * @param {{ title: string, language: string, content: Element, fit?(page: Document): void, isAlike?: boolean }} print
 */
export async function printPage(root, { title, language, content, fit, isAlike }) {
  last?.remove();
  const frame = document.createElement('iframe');
  last = frame;
  frame.className = 'bp-unseen';
  frame.style.inlineSize = WIDTH;
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  // Some browsers put another empty document in the place of the first.
  const loaded = new Promise((resolve) => {
    frame.addEventListener('load', resolve, { __proto__: null, once: true });
  });
  root.append(frame);
  try {
    await loaded;
    const { contentWindow: view, contentDocument: page } = frame;
    if (!page || !view) {
      if (!isAlike) throw new Error('this page has no frames of its own');
      frame.remove();
      await startPrinting(window);
      return;
    }
    page.documentElement.lang = language;
    page.title = title;
    // Constructed, since every policy allows that.
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(PRINTED_SHEET);
    page.adoptedStyleSheets = [sheet];
    page.body.append(content);
    takeLooks(root.querySelector('.bp'), page, view);
    fit?.(page);
    view.addEventListener('afterprint', () => frame.remove());
    await startPrinting(view);
  } catch (error) {
    frame.remove();
    throw error;
  }
}

/** Takes over what the host page has set. */
function takeLooks(widget, page, view) {
  const { style } = page.documentElement;
  const set = getComputedStyle(widget);
  style.setProperty(FONT, set.getPropertyValue(FONT));
  for (const name of COLOURS) {
    style.setProperty(name, set.getPropertyValue(name));
    // The body's colour is what the page makes of it: on white paper.
    page.body.style.color = `var(${name})`;
    const channels = /^rgba?\((\d+), (\d+), (\d+)/.exec(view.getComputedStyle(page.body).color);
    if (set.getPropertyValue(name) && channels) {
      style.setProperty(name, `rgb(${readableOnWhite(channels.slice(1).map(Number)).join(' ')})`);
    }
  }
  page.body.removeAttribute('style');
}

/** Opens the browser's own dialog. In some sandboxes a page may not, and isn't told so. */
function startPrinting(view) {
  return new Promise((resolve, reject) => {
    view.addEventListener('beforeprint', resolve);
    setTimeout(() => reject(new Error('this page may not print')), PRINT_PATIENCE);
    view.print();
  });
}

/** The language that a widget's root speaks. */
export const languageIn = (root) => root.querySelector('.bp').lang;

/** The words for paper in a language. */
export const wordsIn = (language) => PRINTED_TEXTS[language];

/** What a file's name begins with. */
export const stemIn = (root) => wordsIn(languageIn(root)).file;
