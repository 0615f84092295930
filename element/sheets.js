// The element's style sheets: constructed, since a strict policy blocks all others.

import { accentSheet } from './accent.js';
import { CSS } from './built.js';

/** Gives an element its own sheet, and that of its accent. */
function adoptSheets(element) {
  // A sheet belongs to the window of its document.
  const view = element.ownerDocument.defaultView;
  if (!view) return;
  const sheets = element.accent ? [CSS, accentSheet(element.accent)] : [CSS];
  element.shadowRoot.adoptedStyleSheets = sheets.map((text) => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
}

export { adoptSheets };
