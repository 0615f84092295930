// Draws the profile line of the page on a canvas: the same shapes, in the same colours, at another size.

import { box, line, rounded, widthOf } from './pen.js';

/** How much larger strokes and marks are than on the page. */
const ZOOM = 1.75;
/** The size of the words, and the space between them and the tracks. */
const [SIZE, GAP] = [22, 30];

/**
 * Draws the profile line `figure` between two edges: first the axis, around the height `top`, then a track every `row`.
 * `read` gives a text with its colour and weight.
 */
export function drawLine(pen, figure, read, inks, { left, right, top, row }) {
  const all = (selector) => [...figure.querySelectorAll(selector)];
  const words = all('.bp-line__word').map(read);
  const side = Math.max(...words.map((word) => widthOf(pen, word, SIZE)));
  const [from, to] = [left + side + GAP, right - side - GAP];
  const onLeft = { x: from - GAP, width: side, align: /** @type {const} */ ('right') };
  const onRight = { x: to + GAP, width: side, align: /** @type {const} */ ('left') };
  const area = { x: from, y: top + 34, width: to - from, height: row * words.length / 2 };
  const axis = { x: from, y: top - 13 * ZOOM, width: to - from, height: 26 * ZOOM };

  const [label] = all('.bp-above__label');
  const [point] = all('.bp-line__point');
  if (label && point) drawLabel(pen, read(label), axis, fraction(point, 'cx'));
  all('.bp-line__end').forEach((end, at) => {
    const place = at ? onRight : onLeft;
    line(pen, read(end.querySelector('strong')), { ...place, size: SIZE, y: top - 3 });
    line(pen, read(end.querySelector('span')), { ...place, size: SIZE - 3, y: top + 20 });
  });

  const colours = pen.context.createLinearGradient(from, 0, to, 0);
  [inks.b2c, inks.middle, inks.b2b].forEach((ink, at) => colours.addColorStop(at / 2, ink));
  box(pen, colours, from, top - 7, to - from, 14, 7);
  const [band] = all('.bp-line__band');
  if (band) {
    const at = all('.bp-line__word').findIndex((word) => word.matches('.bp-line__word--different')) >> 1;
    box(pen, getComputedStyle(band).fill, left - 16, area.y + at * row, right - left + 32, row, 12);
  }
  const scaled = new DOMMatrix([area.width / 10_000, 0, 0, row / 200, area.x, area.y]);
  for (const path of all('.bp-line__lines path:not(.bp-line__band)')) {
    draw(pen, path, moved(new Path2D(path.getAttribute('d')), scaled));
  }
  for (const mark of all('.bp-line__plot > :not(.bp-line__lines)')) drawMark(pen, mark, area);
  for (const mark of all('.bp-line__points > *')) drawMark(pen, mark, axis);
  words.forEach((word, at) => {
    const place = at % 2 ? onRight : onLeft;
    line(pen, word, { ...place, size: SIZE, y: area.y + (Math.floor(at / 2) + 0.5) * row + 8 });
  });
}

/** The score in words above its point, within the axis. */
function drawLabel(pen, label, axis, at) {
  const half = widthOf(pen, label, 24) / 2;
  const x = Math.min(Math.max(axis.x + at * axis.width, axis.x + half), axis.x + axis.width - half);
  line(pen, label, { size: 24, x, y: axis.y - 8, width: axis.width, align: 'center' });
}

/** A length in percent as a fraction. */
const fraction = (shape, name) => Number.parseFloat(shape.getAttribute(name)) / 100;

/** Draws a mark at its place in an area: a disc, another symbol, or the range. */
function drawMark(pen, mark, { x, y, width, height }) {
  if (mark.localName === 'rect') {
    const [start, reach] = [fraction(mark, 'x'), fraction(mark, 'width')];
    return draw(pen, mark, rounded(x + start * width, y + 4 * ZOOM, reach * width, 18 * ZOOM, 9 * ZOOM));
  }
  const shape = mark.firstElementChild ?? mark;
  const [across, down] = mark === shape ? ['cx', 'cy'] : ['x', 'y'];
  drawSymbol(pen, shape, x + fraction(mark, across) * width, y + fraction(mark, down) * height);
}

/** Draws a disc or another symbol around a place. */
export function drawSymbol(pen, shape, x, y) {
  const { r, scale } = getComputedStyle(shape);
  const size = ZOOM * (Number.parseFloat(scale) || 1);
  const outline = new Path2D(shape.getAttribute('d') ?? '');
  if (shape.localName === 'circle') outline.arc(0, 0, Number.parseFloat(r), 0, 2 * Math.PI);
  draw(pen, shape, moved(outline, new DOMMatrix([size, 0, 0, size, x, y])));
}

function moved(path, matrix) {
  const there = new Path2D();
  there.addPath(path, matrix);
  return there;
}

/** Fills and strokes an outline as the page does with a shape. */
function draw({ context }, shape, outline) {
  const { fill, stroke, strokeWidth, strokeDasharray, opacity } = getComputedStyle(shape);
  context.globalAlpha = Number(opacity);
  if (fill !== 'none') {
    context.fillStyle = fill;
    context.fill(outline);
  }
  if (stroke !== 'none') {
    context.strokeStyle = stroke;
    context.lineWidth = Number.parseFloat(strokeWidth) * ZOOM;
    const dashes = strokeDasharray.match(/[\d.]+/g) ?? [];
    context.setLineDash(dashes.map((dash) => Number(dash) * ZOOM));
    context.stroke(outline);
  }
  context.globalAlpha = 1;
}
