// The element's style sheets: constructed, since a strict policy blocks all others.

import { accentSheet } from './accent.js';
import { CSS } from './built.js';

/** The sheets of each window by their text: all elements in a window share them. */
const sheetsByView = new WeakMap();

function sheetFor(view, text) {
  if (!sheetsByView.has(view)) sheetsByView.set(view, new Map());
  const sheets = sheetsByView.get(view);
  if (!sheets.has(text)) {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.set(text, sheet);
  }
  return sheets.get(text);
}

/** Gives an element the sheet of the first pages, that of all others once it has come (`later`), and its accent's. */
function adoptSheets(element, later) {
  // A sheet belongs to the window of its document.
  const view = element.ownerDocument.defaultView;
  if (!view) return;
  const texts = [CSS, later, element.accent && accentSheet(element.accent)];
  element.shadowRoot.adoptedStyleSheets = texts.filter(Boolean).map((text) => sheetFor(view, text));
}

export { adoptSheets };
