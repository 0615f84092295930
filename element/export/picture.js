// Draws the result as a picture for slides and posts, in the browser and without any server.

import { downloadFile } from './download.js';
import { box, line, lines } from './pen.js';
import { drawLine, drawSymbol } from './picture-line.js';
import { wordsIn } from './print.js';

const [WIDE, HIGH, EDGE] = [1200, 675, 64];
const INNER = WIDE - 2 * EDGE;
/** The widget's colour tokens that the picture uses; it reads all others from what is drawn in them. */
const INKS = ['raised', 'b2b', 'b2c', 'middle'];

/** Downloads the result in a widget's shadow root as a picture. Resolves with the file's name. */
export async function savePicture(root) {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [WIDE, HIGH];
  const pen = { context: canvas.getContext('2d'), font: getComputedStyle(root.querySelector('.bp')).fontFamily };
  const words = wordsIn(root);
  drawResult(pen, root.querySelector('.bp-summary'), inksOf(root), words.title);
  if (isNoise(pen)) throw new DOMException('this browser lets no page draw pictures', 'NotAllowedError');
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('this browser made no picture');
  return downloadFile(words.file, 'png', blob);
}

/** Whether the browser returns noise instead of what was drawn: all pixels of the background should be alike. */
function isNoise({ context }) {
  const { data } = context.getImageData(4, 16, 8, 8);
  return data.some((channel, at) => Math.abs(channel - data[at % 4]) > 8);
}

/** The widget's current colours. */
function inksOf(root) {
  const probe = document.createElement('span');
  probe.className = 'bp-unseen';
  // Beside the widget, since a change inside it would redraw it.
  root.append(probe);
  const inks = { __proto__: null };
  for (const name of INKS) {
    probe.style.color = `var(--_${name})`;
    inks[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  return inks;
}

/** An element's text, with its colour and weight. */
function textIn(element) {
  const { color, fontWeight } = getComputedStyle(element);
  return { text: element.textContent.trim(), ink: color, weight: fontWeight };
}

function drawResult(pen, summary, inks, title) {
  const one = (selector) => summary.querySelector(selector);
  const kicker = textIn(one('.bp-kicker'));
  box(pen, inks.raised, 0, 0, WIDE, HIGH);
  line(pen, kicker, { size: 22, x: EDGE, y: 70, width: INNER - 280 });
  line(pen, { ...kicker, text: title }, { size: 22, x: WIDE - EDGE, y: 70, width: 250, align: 'right' });
  const groups = [...summary.querySelectorAll('.bp-group')];
  groups.forEach((group, at) => drawGroup(pen, group, EDGE + at * INNER / 2));
  const below = groups.length ? 184 : drawName(pen, one('.bp-heading'), one('.bp-heading__rest'));
  const because = one('.bp-because');
  if (because) lines(pen, textIn(because), { size: 28, x: EDGE, y: below + 12, width: INNER, most: 2 });
  drawLine(pen, one('.bp-line'), textIn, inks, { left: EDGE, right: WIDE - EDGE, top: 344, row: 43 });
}

/** The profile's name, and in a smaller line what follows a comma. Returns the y at which it ends. */
function drawName(pen, heading, rest) {
  const name = textIn(heading);
  if (rest) name.text = name.text.slice(0, -rest.textContent.length).replace(/,\s*$/, '');
  const end = lines(pen, name, { size: 68, x: EDGE, y: 74, width: INNER, most: 1 });
  return rest ? lines(pen, textIn(rest), { size: 30, x: EDGE, y: end - 8, width: INNER, most: 1 }) : end;
}

/** A customer group: its mark, its name and its profile. */
function drawGroup(pen, group, x) {
  const width = INNER / 2 - 24;
  line(pen, textIn(group.querySelector('.bp-group__name')), { size: 22, x: x + 44, y: 128, width: width - 44 });
  line(pen, textIn(group.querySelector('.bp-group__profile')), { size: 44, x: x + 44, y: 174, width: width - 44 });
  drawSymbol(pen, group.querySelector('.bp-legend__mark > *'), x + 14, 147);
}
