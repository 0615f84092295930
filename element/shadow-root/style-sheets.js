import { FIRST_SHEET } from '../../generated/first-pages.js';
import { readSetting } from '../host-page/settings.js';
import { accentSheet } from './accent.js';

/** The style sheets of each window by their text: all elements in a window share them. */
const sheetsByView = new WeakMap();

function sharedSheet(view, text) {
  if (!sheetsByView.has(view)) sheetsByView.set(view, new Map());
  const sheets = sheetsByView.get(view);
  if (!sheets.has(text)) sheets.set(text, sheetOf(view, text));
  return sheets.get(text);
}

/** A constructed style sheet, since a strict policy blocks all others. */
function sheetOf(view, text) {
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

/** Sets an element's style sheets: those of the first pages, of the later ones once loaded, and of its accent. */
export function adoptSheets(element, later) {
  // A style sheet belongs to the window of its document.
  const view = element.ownerDocument.defaultView;
  if (!view) return;
  const sheets = [FIRST_SHEET, later].filter(Boolean).map((text) => sharedSheet(view, text));
  // A colour picker may pass through many accents, so these are not shared.
  const accent = readSetting(element, 'accent');
  if (accent) sheets.push(sheetOf(view, accentSheet(accent)));
  element.shadowRoot.adoptedStyleSheets = sheets;
}
