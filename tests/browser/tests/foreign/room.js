// Moves the element from parent to parent; returns its width in each, and the faults.

const parents = {
  block: '<div></div>',
  'a flex row': '<div style="display: flex"></div>',
  'a centred flex row': '<div style="display: flex; justify-content: center; align-items: center"></div>',
  'a centred flex column': '<div style="display: flex; flex-direction: column; align-items: center"></div>',
  'a flex row that wraps': '<div style="display: flex; flex-wrap: wrap; gap: 8px"></div>',
  'a part of a flex row': '<div style="display: flex"><div class="here"></div></div>',
  'an inline flex box': '<div style="display: inline-flex"></div>',
  'a grid': '<div style="display: grid"></div>',
  'a centred grid': '<div style="display: grid; place-items: center"></div>',
  'a grid at its start': '<div style="display: grid; justify-content: start"></div>',
  'an auto column': '<div style="display: grid; grid-template-columns: auto"></div>',
  'a column of the widest': '<div style="display: grid; grid-template-columns: max-content"></div>',
  'an inline grid': '<div style="display: inline-grid"></div>',
  'an inline block': '<div style="display: inline-block"></div>',
  'a table cell': '<table><tbody><tr><td class="here"></td></tr></tbody></table>',
  'a box set as a table': '<div style="display: table"></div>',
  'a float': '<div style="float: right"></div>',
  'a fit-content box': '<div style="width: fit-content"></div>',
  'a max-content box': '<div style="width: max-content"></div>',
  'an absolute box': '<div style="position: absolute"></div>',
  'a fixed box': '<div style="position: fixed"></div>',
  'a dialog': '<dialog open></dialog>',
  'a fieldset': '<fieldset style="min-width: 0; width: fit-content"></fieldset>',
  'a list entry': '<ul style="display: inline-block; padding: 0"><li class="here"></li></ul>',
};
const text = '<p>Words that would like to stand on one line, however long that may become in the end.</p>'.repeat(9);
const row = `display: flex"><p style="width: max-content; min-width: 0">${text.replace(/<.?p>/g, '')}</p>`;
// Where others need the space too, or there is little, the element keeps its minimum width.
const crowded = {
  'a flex row beside text': `<div style="${row}</div>`,
  'a table beside text': `<table><tbody><tr><td>${text}</td><td class="here"></td></tr></tbody></table>`,
  'a min-content box': '<div style="width: min-content"></div>',
  'a min-content column': '<div style="display: grid; grid-template-columns: min-content"></div>',
};
const narrow = Object.fromEntries(['block', 'flex', 'grid', 'flex; flex-direction: column; align-items: center',
  'grid; place-items: center'].map((display) => [`narrow ${display}`, `<div style="width: 200px; display: ${display}"></div>`]));

const home = document.createComment('');
host.replaceWith(home);
const measured = {};
const faults = [];
function measure(name, html, least, most, style = '') {
  const box = document.createElement('div');
  box.innerHTML = html;
  (box.querySelector('.here') ?? box.firstElementChild).append(host);
  host.style.cssText = style;
  document.body.append(box);
  const { width } = host.getBoundingClientRect();
  const page = document.scrollingElement;
  const at = `${width} in ${name}`;
  measured[name] = Math.round(width);
  if (width < least - 1) faults.push(`${at}, not ${least}`);
  // A positioned element may extend to the edge of the page.
  if (width > most + 8) faults.push(`${at}, above ${most}`);
  if (page.scrollWidth > page.clientWidth) {
    const { right } = host.getBoundingClientRect();
    const out = all('*:not(svg svg)').filter((element) => element.getBoundingClientRect().right > right + 1).map(nameOf);
    faults.push(`${at}: the page is ${page.scrollWidth} wide because of ${out.join(' ') || 'something else'}`);
  }
  const inner = one('.bp').getBoundingClientRect().width;
  if (inner > width + 1) faults.push(`${at}: the widget is ${inner} wide`);
  box.remove();
}
const room = document.body.clientWidth;
const unit = Math.max(16, parseFloat(getComputedStyle(document.documentElement).fontSize));
// Some parents have borders or padding.
const whole = Math.min(unit * 54, room - 64);
const least = Math.min(280, innerWidth * 0.75);
for (const [name, html] of Object.entries(parents)) measure(name, html, whole, room);
if (room > 480) for (const [name, html] of Object.entries(crowded)) measure(name, html, least, room);
for (const [name, html] of Object.entries(narrow)) measure(name, html, 200, 200);
for (const style of ['display: inline-block', 'display: flex', 'display: grid', 'display: inline', 'float: left',
  'position: absolute', 'width: fit-content', 'width: max-content', 'margin: 16px', 'padding: 16px; border: 3px solid']) {
  // The element's own borders and margins take space too.
  measure(`a block, with ${style}`, '<div></div>', whole - 40, room, style);
}
host.style.cssText = '';
home.replaceWith(host);
return [measured, faults];
