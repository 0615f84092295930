// Draws the result as a picture for slides and posts, in the browser and without any server.

import { downloadFile } from './download.js';
import { wordsIn } from './print.js';

const [WIDE, HIGH, EDGE] = [1200, 675, 64];
const INNER = WIDE - 2 * EDGE;
/** The widget's colour tokens that the picture uses. */
const INKS = ['accent', 'surface', 'text', 'muted', 'border', 'b2b', 'b2c', 'middle'];

/** Downloads the result in a widget's shadow root as a picture. Resolves with the file's name. */
export async function savePicture(root) {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [WIDE, HIGH];
  const drawing = penFor(canvas, root);
  const words = wordsIn(root);
  drawResult(drawing, readResult(root), words.title);
  if (isNoise(drawing)) throw new DOMException('this browser lets no page draw pictures', 'NotAllowedError');
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('this browser made no picture');
  return downloadFile(words.file, 'png', blob);
}

/** Whether the browser returns noise instead of what was drawn: all pixels of the background should be alike. */
function isNoise({ context }) {
  const { data } = context.getImageData(4, 16, 8, 8);
  return data.some((channel, at) => Math.abs(channel - data[at % 4]) > 8);
}

/** The canvas context with the widget's current font and colours. */
function penFor(canvas, root) {
  const widget = root.querySelector('.bp');
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
  return { __proto__: null, inks, font: getComputedStyle(widget).fontFamily, context: canvas.getContext('2d') };
}

function drawResult(pen, said, title) {
  const { inks } = pen;
  box(pen, inks.surface, 0, 0, WIDE, HIGH);
  box(pen, inks.accent, 0, 0, WIDE, 12);
  line(pen, said.kicker, { size: 22, ink: inks.muted, x: EDGE, y: 72, width: INNER - 260 });
  line(pen, title, { size: 22, ink: inks.muted, x: WIDE - EDGE, y: 72, width: 250, align: 'right' });
  const below = lines(pen, said.name, { size: 68, weight: 700, ink: inks.text, x: EDGE, y: 88, width: INNER, most: 1 });
  lines(pen, said.why, { size: 29, ink: inks.text, x: EDGE, y: below + 10, width: INNER, most: 2 });
  drawSpectrum(pen, said, 330);
  said.dimensions.forEach((dimension, at) => {
    drawDimension(pen, dimension, EDGE + (at % 3) * (INNER + 44) / 3, 452 + Math.floor(at / 3) * 100, (INNER - 88) / 3);
  });
}

/** The line from B2C to B2B with the point, its label and the range. */
function drawSpectrum(pen, { place, range, label, ends }, y) {
  const { context, inks } = pen;
  const x = (part) => EDGE + part * INNER;
  const colours = context.createLinearGradient(EDGE, 0, WIDE - EDGE, 0);
  [inks.b2c, inks.middle, inks.b2b].forEach((ink, at) => colours.addColorStop(at / 2, ink));
  box(pen, colours, EDGE, y, INNER, 14, 7);
  box(pen, inks.muted, x(0.5) - 1, y - 9, 2, 32);
  if (range) {
    box(pen, inks.text, x(range[0]), y + 34, x(range[1]) - x(range[0]), 2);
    for (const part of range) box(pen, inks.text, x(part) - 1, y + 28, 2, 14);
  }
  const [left, right] = ends;
  line(pen, left, { size: 20, weight: 600, ink: inks.muted, x: EDGE, y: y + 66, width: INNER / 2 });
  line(pen, right, { size: 20, weight: 600, ink: inks.muted, x: WIDE - EDGE, y: y + 66, width: INNER / 2, align: 'right' });
  if (Number.isNaN(place)) return;
  const align = place < 0.15 ? 'left' : place > 0.85 ? 'right' : 'center';
  const at = { left: EDGE, center: x(place), right: WIDE - EDGE }[align];
  line(pen, label, { size: 26, weight: 700, ink: inks.text, x: at, y: y - 26, width: INNER / 2, align });
  context.beginPath();
  context.arc(x(place), y + 7, 17, 0, 2 * Math.PI);
  [context.fillStyle, context.strokeStyle, context.lineWidth] = [inks.surface, inks.text, 7];
  context.fill();
  context.stroke();
}

/** A dimension's name, its bar from the middle, and its score in words. */
function drawDimension(pen, { name, words, from, to }, x, y, width) {
  const { inks } = pen;
  line(pen, name, { size: 21, weight: 700, ink: inks.text, x, y, width });
  box(pen, inks.border, x, y + 19, width, 5, 2);
  if (to > from) box(pen, from < 0.5 ? inks.b2c : inks.b2b, x + from * width, y + 14, (to - from) * width, 15, 4);
  box(pen, inks.muted, x + width / 2 - 1, y + 10, 2, 23);
  line(pen, words, { size: 19, ink: inks.muted, x, y: y + 56, width });
}

function box({ context }, ink, x, y, width, height, radius = 0) {
  context.fillStyle = ink;
  context.beginPath();
  // Firefox supports `roundRect` from version 112.
  if (context.roundRect) context.roundRect(x, y, width, height, radius);
  else context.rect(x, y, width, height);
  context.fill();
}

/** Sets the largest font up to `size` pixels, but at least 8, with which the text `fits`; returns its size. */
function fitFont({ context, font }, size, weight, fits) {
  let fitting = size + 1;
  do {
    fitting -= 1;
    context.font = `${weight} ${fitting}px ${font}`;
  } while (fitting > 8 && !fits());
  return fitting;
}

/** Draws a text in one line, smaller if it is too wide. */
function line(pen, text, { size, weight = 400, ink, x, y, width, align = /** @type {CanvasTextAlign} */ ('left') }) {
  const { context } = pen;
  fitFont(pen, size, weight, () => context.measureText(text).width <= width);
  [context.fillStyle, context.textAlign] = [ink, align];
  context.fillText(text, x, y);
}

/** Draws a text in at most `most` lines, smaller if it is too long. Returns the y at which it ends. */
function lines(pen, text, { size, weight = 400, ink, x, y, width, most }) {
  const fitting = fitFont(pen, size, weight, () => wrap(pen, text, width).length <= most);
  const wrapped = wrap(pen, text, width);
  wrapped.forEach((one, at) => {
    line(pen, one, { size: fitting, weight, ink, x, y: y + (at + 1) * fitting * 1.25, width });
  });
  return y + wrapped.length * fitting * 1.25;
}

/** Breaks a text into lines of at most a width; a wider word gets its own line. */
function wrap({ context }, text, width) {
  const found = [];
  for (const word of text.split(/\s+/)) {
    const longer = found.length ? `${found[found.length - 1]} ${word}` : word;
    if (found.length && context.measureText(longer).width <= width) found[found.length - 1] = longer;
    else found.push(word);
  }
  return found;
}

/** Reads the result in a widget's shadow root: its texts, and positions from 0 (B2C) to 1 (B2B). */
function readResult(root) {
  const one = (selector, within = root.querySelector('.bp-report')) => within.querySelector(selector);
  const text = (selector, within) => one(selector, within)?.textContent.trim() ?? '';
  const part = (element, name) => (element ? Number.parseFloat(element.getAttribute(name)) / 100 : NaN);
  const range = one('.bp-spectrum__range');
  const bar = (row) => {
    const reach = one('.bp-bar__reach', row);
    const [from, width] = ['x', 'width'].map((name) => part(reach, name));
    // The name may have a tag after its own text.
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
