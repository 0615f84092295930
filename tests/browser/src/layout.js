// What overflows, what is cut off, and what is too small a target.

const seen = (element) => !element.closest('.bp-unseen') && element.checkVisibility({ visibilityProperty: true });
const excess = [];
const say = (element, what) => excess.push(`${nameOf(element)} “${words(element)?.slice(0, 40)}”: ${what}`);

const page = document.scrollingElement;
if (page.scrollWidth > page.clientWidth) {
  excess.push(`the page is ${page.scrollWidth} wide, not ${page.clientWidth}`);
  for (const element of document.querySelectorAll('body *')) {
    const isWide = element.clientWidth > 0 && element.scrollWidth > element.clientWidth;
    if (isWide && getComputedStyle(element).overflowX === 'visible') say(element, `${element.scrollWidth} wide`);
  }
}

const frame = host.getBoundingClientRect();
// An inner svg only positions its content, and engines disagree about its box.
for (const element of all('*:not(svg svg)').filter(seen)) {
  const box = element.getBoundingClientRect();
  if (box.left < frame.left - 1 || box.right > frame.right + 1) {
    say(element, `from ${box.left} to ${box.right}, outside ${frame.left} to ${frame.right}`);
  }
  if (!(element instanceof HTMLElement) || !element.clientWidth) continue;
  if (element.scrollWidth > element.clientWidth + 1) {
    say(element, `${element.scrollWidth} wide inside ${element.clientWidth}`);
  }
  const isCut = getComputedStyle(element).overflowY !== 'visible' && element.localName !== 'progress';
  if (isCut && element.scrollHeight > element.clientHeight + 1) {
    say(element, `${element.scrollHeight} high inside ${element.clientHeight}`);
  }
}

// Only long words may be broken. Chromium has no hyphenation dictionary here.
const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const { currentNode: text } = texts;
  if (text.parentElement.closest('svg, option, style') || !seen(text.parentElement)) continue;
  for (const { 0: word, index } of text.data.matchAll(/(?<!\S)\p{L}+/gu)) {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const lines = new Set([...range.getClientRects()].filter(({ width }) => width).map(({ top }) => Math.round(top)));
    if (lines.size > 1 && word.length < 11) say(text.parentElement, `“${word}” is broken`);
  }
}

// A box counts together with its label, which can be pressed too. A link in a sentence may be as high as its
// line.
const targets = all('button, summary, input[type="text"], label:has(input)').filter(seen);
const main = '.bp-button, .bp-stop, .bp-missing, .bp-choice, .bp-tab, .bp-mark, .bp-languages__button, input[type="text"]';
for (const target of targets) {
  const { width, height } = target.getBoundingClientRect();
  const least = target.matches(main) ? 44 : 24;
  const isInText = target.matches('.bp-link') && target.previousSibling?.textContent.trim();
  if (!isInText && Math.min(width, height) < least - 0.5) say(target, `a target of ${width} × ${height}, not ${least}`);
}
return excess;
