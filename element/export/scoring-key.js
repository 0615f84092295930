// The key to score a questionnaire by hand, exactly as the widget does.

import { element } from '../dom.js';

/** The values of an item's boxes if its first statement is the B2B one. */
const VALUES = [2, 1, 0, -1, -2];
/** The numbers of answered dimensions that allow a named profile. */
const COUNTS = [6, 5, 4];
/** For each dimension, the thresholds of the lean, strong and split profiles. */
const [LEAN, STRONG, SPLIT] = [0.4, 1, 0.5];

/** The page with the steps and their tables. */
export function keyPage(texts, words, language) {
  const format = new Intl.NumberFormat(language, { __proto__: null, maximumFractionDigits: 1 });
  const say = (number) => format.format(number).replace('-', '−');
  const steps = ['key-values', 'key-mean', 'key-sides', 'key-level', 'key-score'];
  return element(
    'section', 'bp-key',
    element('h2', 'bp-paper__title', words.key),
    element('ol', 'bp-key__steps', ...steps.map((name) => element('li', '', words[name]))),
    valueTable(texts, words, say),
    sumTable(words),
    levelTable(texts, words, say),
    element('p', 'bp-paper__after', words['key-few'], ' ', words['key-basis']),
  );
}

function valueTable({ items, dimensions }, words, say) {
  const boxes = VALUES.map((_, at) => `${words.box} ${at + 1}`);
  const head = [words.dimension, words.item, ...boxes, words.value, words.mean];
  const rows = dimensions.flatMap(([id, name]) => {
    const own = items.flatMap((item, at) => (item.dimension === id ? [[item, at + 1]] : []));
    return own.map(([{ isB2bFirst }, number], at) => {
      const values = VALUES.map((value) => (isB2bFirst ? value : -value) || 0);
      const cells = [number, ...values.map((value) => (value > 0 ? `+${say(value)}` : say(value))), ''];
      const around = at === 0 ? [spanning(name, own.length, 'th'), spanning('', own.length, 'td')] : [];
      return element('tr', '', ...around.slice(0, 1), ...cells.map((cell) => element('td', '', String(cell))), ...around.slice(1));
    });
  });
  return table('bp-key__values', head, rows);
}

/** Empty cells for the sums. */
function sumTable(words) {
  const head = [words['b2b-side'], words['b2c-side'], words.difference];
  return table('bp-key__sums', head, [element('tr', '', ...head.map(() => element('td', '')))]);
}

/** Leads from the difference to the profile's name. */
function levelTable({ profiles }, words, say) {
  const between = (low, high) => `${words.above} ${say(low)} ${words['up-to']} ${say(high)}`;
  const ranges = {
    'strong-b2b': (count) => `${words.above} ${say(STRONG * count)}`,
    'lean-b2b': (count) => between(LEAN * count, STRONG * count),
    hybrid: (count) => `${say(-LEAN * count)} ${words['up-to']} ${say(LEAN * count)}`,
    split: (count) => `${words.both} ${say(SPLIT * count)}`,
    'lean-b2c': (count) => `${words.below} ${say(-LEAN * count)} ${words['up-to']} ${say(-STRONG * count)}`,
    'strong-b2c': (count) => `${words.below} ${say(-STRONG * count)}`,
  };
  const head = [words.profile, ...COUNTS.map((count) => `${count} ${words.points}`)];
  return table('bp-key__levels', head, Object.entries(ranges).map(([id, range]) => {
    const cells = COUNTS.map((count) => element('td', '', range(count)));
    return element('tr', '', element('th', '', profiles[id]), ...cells);
  }));
}

function table(className, head, rows) {
  const columns = head.map((title) => element('th', '', title));
  return element('table', className, element('thead', '', element('tr', '', ...columns)), element('tbody', '', ...rows));
}

function spanning(text, rows, name) {
  const cell = element(name, '', text);
  cell.rowSpan = rows;
  return cell;
}
