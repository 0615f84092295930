// What every script of the tests begins with: the element they are about, and short ways to look into it.
// `place` and `args` are what the caller hands over.

const host = document.querySelectorAll('b2b-b2c-profile')[place];
const root = host?.shadowRoot;
const one = (selector) => root?.querySelector(selector);
const all = (selector) => [...(root?.querySelectorAll(selector) ?? [])];

/** An element's text as one line, without what is only there for listeners. */
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

/** An element as a selector would name it. */
const nameOf = (element) => {
  if (!element) return 'nothing';
  const id = element.id ? `#${element.id}` : '';
  return element.localName + id + [...element.classList].map((name) => `.${name}`).join('');
};

/** The ids of a list's entries, in order. */
const ids = (selector) => all(selector).map((entry) => entry.dataset.id);

/** Lets the page draw, then goes on. */
const drawn = () => new Promise((resolve) => setTimeout(resolve));

/**
 * Lets the widget tell what happened, which may be a while after the page is drawn; then its heading has focus. The
 * second page may have to wait for the engine.
 */
const settled = async () => {
  for (let tries = 0; tries < 1000 && one('[aria-busy]'); tries += 1) await drawn();
  for (let tries = 0; tries < 100 && focused() !== one('.bp-heading'); tries += 1) await drawn();
};

/** Does something that leads to another page, and waits for that page. */
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

/** Answers with one key after another, and goes on past the pages between questions. */
const fill = async (keys) => {
  for (const key of keys) {
    while (!one('.bp-question')) await turn('.bp-start, .bp-interlude .bp-button--primary');
    one(`.bp-question__group input[value="${key}"]`).click();
    await drawn();
    await turn('.bp-next');
  }
};

/** A value as JSON, whatever a page has put on the prototypes; what JSON can't say is null. */
const textOf = (value) => {
  if (Array.isArray(value)) return `[${Array.from(value, textOf).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return `{${Object.keys(value).map((name) => `${JSON.stringify(name)}:${textOf(value[name])}`).join()}}`;
};
