// Prints a separate document in a hidden frame, independent of the host page.

import { PRINTED_SHEET, PRINTED_TEXTS } from '../../generated/printed.js';
import { readableOnWhite } from '../shadow-root/accent.js';

/** How long a browser may take to begin, in milliseconds; after that, printing counts as blocked. */
const PRINT_PATIENCE = 1000;
/** The host page's settings that apply on paper: its colours, darkened if necessary, and its font. */
const COLOURS = ['--bp-accent', '--bp-b2b', '--bp-b2c'];
const FONT = '--bp-font';

/** The width between the margins in the style sheet. */
const WIDTH = '180mm';

let last;

/**
 * Prints an element made for a shadow root. `fit` is called with the document once the element is in it, as wide as the
 * paper. In a sandbox that blocks access to own frames, prints the host page instead if that `isAlike`. Rejects if
 * printing is blocked.
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
  // Some browsers replace the first empty document with another.
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
    // Constructed, since a strict policy blocks all others.
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

/** Copies the host page's colours and font. */
function takeLooks(widget, page, view) {
  const { style } = page.documentElement;
  const set = getComputedStyle(widget);
  style.setProperty(FONT, set.getPropertyValue(FONT));
  for (const name of COLOURS) {
    style.setProperty(name, set.getPropertyValue(name));
    // The body's computed colour is the colour on white paper, as rgb.
    page.body.style.color = `var(${name})`;
    const channels = /^rgba?\((\d+), (\d+), (\d+)/.exec(view.getComputedStyle(page.body).color);
    if (set.getPropertyValue(name) && channels) {
      style.setProperty(name, `rgb(${readableOnWhite(channels.slice(1).map(Number)).join(' ')})`);
    }
  }
  page.body.removeAttribute('style');
}

/** Opens the print dialog. Some sandboxes block that without an error. */
function startPrinting(view) {
  return new Promise((resolve, reject) => {
    view.addEventListener('beforeprint', resolve);
    setTimeout(() => reject(new Error('this page may not print')), PRINT_PATIENCE);
    view.print();
  });
}

/** The language of the widget in a shadow root. */
export const languageIn = (root) => root.querySelector('.bp').lang;

/** The printed texts in that language; `file` is the start of file names. */
export const wordsIn = (root) => PRINTED_TEXTS[languageIn(root)];
