// What the picture says, read off the page.

/** The result that stands in a widget's root: texts as they stand there, places in parts of the line from B2C to B2B. */
function readResult(root) {
  const one = (selector, within = root.querySelector('.bp-report')) => within.querySelector(selector);
  const text = (selector, within) => one(selector, within)?.textContent.trim() ?? '';
  const part = (element, name) => (element ? Number.parseFloat(element.getAttribute(name)) / 100 : NaN);
  const range = one('.bp-spectrum__range');
  const bar = (row) => {
    const reach = one('.bp-bar__reach', row);
    const [from, width] = ['x', 'width'].map((name) => part(reach, name));
    // What stands in the name's own text is its name; behind it there may be a tag.
    const name = one('.bp-dimension__name', row).firstChild.textContent;
    return { __proto__: null, name, words: text('.bp-dimension__points', row), from, to: from + width };
  };
  return {
    __proto__: null,
    kicker: text('.bp-kicker'),
    name: text('.bp-heading'),
    why: text('.bp-because') || text('.bp-summary__text'),
    label: text('.bp-spectrum__label'),
    place: part(one('.bp-spectrum__point'), 'cx'),
    range: range ? [part(range, 'x1'), part(range, 'x2')] : undefined,
    ends: [...root.querySelectorAll('.bp-report .bp-spectrum__ends span')].map((end) => end.textContent),
    dimensions: [...root.querySelectorAll('.bp-dimension')].map(bar),
  };
}

export { readResult };
