// The element's style sheets: constructed, since a strict policy blocks all others.

import { FIRST_SHEET } from '../../generated/first-pages.js';
import { readSetting } from '../host-page/settings.js';
import { accentSheet } from './accent.js';

/** The sheets of each window by their text: all elements in a window share them. */
const sheetsByView = new WeakMap();

function sharedSheet(view, text) {
  if (!sheetsByView.has(view)) sheetsByView.set(view, new Map());
  const sheets = sheetsByView.get(view);
  if (!sheets.has(text)) sheets.set(text, sheetOf(view, text));
  return sheets.get(text);
}

function sheetOf(view, text) {
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

/** Gives an element the style sheets of the first pages, of all others once that is there, and of its accent. */
export function adoptSheets(element, later) {
  // A sheet belongs to the window of its document.
  const view = element.ownerDocument.defaultView;
  if (!view) return;
  const sheets = [FIRST_SHEET, later].filter(Boolean).map((text) => sharedSheet(view, text));
  // A colour may be picked: what it passes on the way is not worth sharing.
  const accent = readSetting(element, 'accent');
  if (accent) sheets.push(sheetOf(view, accentSheet(accent)));
  element.shadowRoot.adoptedStyleSheets = sheets;
}
