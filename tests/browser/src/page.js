// The start of every test script: the element under test, and short helpers.
// `place` and `args` come from the caller.

const host = document.querySelectorAll('b2b-b2c-profile')[place];
const root = host?.shadowRoot;
const one = (selector) => root?.querySelector(selector);
const all = (selector) => [...(root?.querySelectorAll(selector) ?? [])];

/** An element's text in one line, without text for screen readers only. */
const words = (element) => {
  if (!element) return null;
  const copy = element.cloneNode(true);
  for (const unseen of copy.querySelectorAll('.bp-unseen')) unseen.remove();
  return copy.textContent.replace(/\s+/g, ' ').trim();
};

/** The element that has focus, also inside a shadow root. */
const focused = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};

/** An element's name in the form of a selector. */
const nameOf = (element) => {
  if (!element) return 'nothing';
  const id = element.id ? `#${element.id}` : '';
  return element.localName + id + [...element.classList].map((name) => `.${name}`).join('');
};

/** The ids of a list's entries, in order. */
const ids = (selector) => all(selector).map((entry) => entry.dataset.id);

/** Opens the rows around an element, as a visitor has to before using it. */
const open = (element) => {
  const inside = element?.matches('summary') ? element.parentElement.parentElement : element;
  const closed = 'details:not([open])';
  for (let row = inside?.closest(closed); row; row = row.parentElement.closest(closed)) row.open = true;
};

/** Brings an element into sight, out of closed rows and from below the bar of the result. */
const bare = (element) => {
  open(element);
  element?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
};

/** Lets the page draw, then goes on. */
const drawn = () => new Promise((resolve) => setTimeout(resolve));

/**
 * Waits until the widget has dispatched its events, which may be later than drawing; then its heading has focus. The
 * second page may have to wait for the engine.
 */
const settled = async () => {
  for (let tries = 0; tries < 1000 && one('[aria-busy]'); tries += 1) await drawn();
  for (let tries = 0; tries < 100 && focused() !== one('.bp-heading'); tries += 1) await drawn();
};

/** Clicks something that leads to another page, and waits for that page. */
const turn = async (selector) => {
  const before = one('.bp-page');
  const heading = one('.bp-heading');
  one(selector).click();
  for (let tries = 0; tries < 1000; tries += 1) {
    if (one('.bp-page') !== before || one('.bp-heading') !== heading) return settled();
    await drawn();
  }
  throw new Error(`no other page after ${selector}: ${words(one('.bp-heading'))}`);
};

/** Answers with these keys, and passes the pages between questions. */
const fill = async (keys) => {
  for (const key of keys) {
    while (!one('.bp-question')) await turn('.bp-start, .bp-interlude .bp-button--primary');
    one(`.bp-question__group input[value="${key}"]`).click();
    await drawn();
    await turn('.bp-next');
  }
};

/** A value as JSON, independent of the page's prototypes; null for values that JSON lacks. */
const textOf = (value) => {
  if (Array.isArray(value)) return `[${Array.from(value, textOf).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return `{${Object.keys(value).map((name) => `${JSON.stringify(name)}:${textOf(value[name])}`).join()}}`;
};
