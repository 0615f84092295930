// Draws texts and boxes on a canvas.

/** A canvas context and the font of its texts. @typedef {{ context: CanvasRenderingContext2D, font: string }} Pen */

/** Fills a rectangle, with rounded corners where the browser knows them. */
export function box({ context }, ink, x, y, width, height, radius = 0) {
  context.fillStyle = ink;
  context.fill(rounded(x, y, width, height, radius));
}

/** The outline of a rectangle. Firefox supports `roundRect` from version 112. */
export function rounded(x, y, width, height, radius) {
  const path = new Path2D();
  if (path.roundRect) path.roundRect(x, y, width, height, radius);
  else path.rect(x, y, width, height);
  return path;
}

/** The width of a text in one line. @param {Pen} pen */
export function widthOf({ context, font }, { text, weight }, size) {
  context.font = `${weight} ${size}px ${font}`;
  return context.measureText(text).width;
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
export function line(pen, { text, ink, weight }, { size, x, y, width, align = /** @type {CanvasTextAlign} */ ('left') }) {
  const { context } = pen;
  fitFont(pen, size, weight, () => context.measureText(text).width <= width);
  [context.fillStyle, context.textAlign] = [ink, align];
  context.fillText(text, x, y);
}

/** Draws a text in at most `most` lines of similar length, smaller if it is too long. Returns the y at which it ends. */
export function lines(pen, { text, ink, weight }, { size, x, y, width, most }) {
  const fitting = fitFont(pen, size, weight, () => wrap(pen, text, width).length <= most);
  const { length: count } = wrap(pen, text, width);
  const widths = Array.from({ length: 20 }, (_, at) => width * (1 - at / 40));
  const narrowest = widths.findLast((narrow) => wrap(pen, text, narrow).length === count);
  wrap(pen, text, narrowest).forEach((one, at) => {
    line(pen, { text: one, ink, weight }, { size: fitting, x, y: y + (at + 1) * fitting * 1.25, width });
  });
  return y + count * fitting * 1.25;
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
