// Makes the host page's accent colour readable on the light and on the dark background.

const LIGHT = [255, 255, 255];
const DARK = [21, 28, 35];
const INK = [21, 32, 43];
/** The backgrounds of raised panels; what is readable on these is readable on the plain ones. */
const LIGHT_RAISED = [244, 246, 248];
const DARK_RAISED = [30, 39, 48];
/** WCAG's minimum contrast for text. */
const READABLE = 4.5;

/** The style sheet that sets the accent and the text on it; `hex` is `#rgb` or `#rrggbb`. */
export function accentSheet(hex) {
  const accent = channels(hex);
  const onLight = readable(accent, LIGHT_RAISED, INK);
  const onDark = readable(accent, DARK_RAISED, LIGHT);
  const rgb = (colour) => `rgb(${colour.join(' ')})`;
  const set = (of) => `{--bp-accent:${of(onLight, onDark)};--bp-on-accent:${of(textOn(onLight), textOn(onDark))}}`;
  if (CSS.supports('color', 'light-dark(red,red)')) {
    return `:host${set((light, dark) => `light-dark(${rgb(light)},${rgb(dark)})`)}`;
  }
  return `:host${set((light) => rgb(light))}:host([theme=dark])${set((_, dark) => rgb(dark))}`;
}

function channels(hex) {
  const digits = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex;
  return [1, 3, 5].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
}

/** The colour, mixed with as much of another as it needs to be readable on a background, in steps of 5%. */
function readable(colour, ground, other) {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = colour.map((channel, at) => Math.round(channel + (other[at] - channel) * share));
    if (contrast(mixed, ground) >= READABLE) return mixed;
  }
  return other;
}

/** White or the dark background, whichever has more contrast on the colour. */
function textOn(colour) {
  return contrast(colour, LIGHT) >= contrast(colour, DARK) ? LIGHT : DARK;
}

/** The WCAG contrast ratio of two colours, 1 to 21. */
function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour) {
  const [red, green, blue] = colour.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The colour, darkened as much as it needs to be readable on white paper. */
export const readableOnWhite = (colour) => readable(colour, LIGHT, INK);
