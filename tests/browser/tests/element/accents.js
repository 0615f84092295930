// A button in one state with hundreds of accents: finds colours that are unreadable or invisible.

const button = one(args.selector);
if (args.state && !button.matches(args.state)) return [`not ${args.state}`];
const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
const known = new Map();
const channels = (text) => {
  if (!known.has(text)) {
    const written = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(text);
    canvas.fillStyle = text;
    if (!written) canvas.fillRect(0, 0, 1, 1);
    known.set(text, written ? written.slice(1).map(Number) : [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3));
  }
  return known.get(text);
};
const luminance = (text) => channels(text).reduce((sum, channel, at) => {
  const part = channel / 255;
  return sum + [0.2126, 0.7152, 0.0722][at] * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
}, 0);
const contrast = (some, others) => {
  const [dark, light] = [luminance(some), luminance(others)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

// The page's background and the raised one, resolved by elements outside the page, which would be drawn anew.
const grounds = ['--_surface', '--_raised'].map((name) => {
  const element = root.appendChild(document.createElement('i'));
  element.style.backgroundColor = `var(${name})`;
  return element;
});
const faults = [];
for (const theme of ['light', 'dark']) {
  host.theme = theme;
  for (let number = 0; number < 4096; number += args.step) {
    host.accent = `#${number.toString(16).padStart(3, '0')}`;
    const style = getComputedStyle(button);
    const { color, backgroundColor, borderTopColor, outlineColor, outlineStyle } = style;
    const say = (what) => faults.push(`${host.accent} in ${theme}: ${what} of ${color} on ${backgroundColor}`);
    if (contrast(color, backgroundColor) < 4.5) say(`text at ${contrast(color, backgroundColor)}`);
    for (const ground of grounds.map((element) => getComputedStyle(element).backgroundColor)) {
      // Links in the accent colour are on both backgrounds.
      if (contrast(backgroundColor, ground) < 4.5) say(`the background ${ground}`);
      if (contrast(borderTopColor, ground) < 3) say('the edge');
      if (outlineStyle !== 'none' && contrast(outlineColor, ground) < 3) say('the ring');
    }
  }
}
grounds.forEach((element) => element.remove());
return faults.slice(0, 9);
