// The key to score a questionnaire by hand, exactly as the widget does.

import { SCORING_KEY } from '../../generated/printed.js';
import { element } from '../dom.js';

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
  const boxes = items[0].values.map((_, at) => `${words.box} ${at + 1}`);
  const head = [words.dimension, words.item, ...boxes, words.value, words.mean];
  const rows = dimensions.flatMap(([id, name]) => {
    const own = items.flatMap((item, at) => (item.dimension === id ? [[item, at + 1]] : []));
    return own.map(([{ values }, number], at) => {
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

/** Leads from the difference to the profile's name. A difference on a line belongs to the milder profile. */
function levelTable({ profiles }, words, say) {
  const upTo = (from, to, count) => [say(from * count), ...(to === null ? [] : [words['up-to'], say(to * count)])];
  const range = ({ lines: [low, high], side }, count) => {
    if (side !== null) return [words.both, say(side * count)];
    if (low !== null && high !== null && low < 0 && high > 0) return upTo(low, high, count);
    return low === null || low < 0 ? [words.below, ...upTo(high, low, count)] : [words.above, ...upTo(low, high, count)];
  };
  const head = [words.profile, ...SCORING_KEY.counts.map((count) => `${count} ${words.points}`)];
  return table('bp-key__levels', head, SCORING_KEY.profiles.map((profile) => {
    const cells = SCORING_KEY.counts.map((count) => element('td', '', range(profile, count).join(' ')));
    return element('tr', '', element('th', '', profiles[profile.id]), ...cells);
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
