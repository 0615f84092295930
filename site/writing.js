// Texts written so that they stay the same text where they are pasted: in HTML, in a template, in JSX, in a shell.

/** What can't be seen, or turns the direction of what follows, is written as a number. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u00a0\u200b\ufeff]/u;

/** What means something to the templates of a framework, or to WordPress with its [shortcodes]. */
const SPECIAL = { vue: '{}', svelte: '{}', wordpress: '[]', 'wordpress-frame': '[]' };

const NAMED = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text for HTML, inside an element or inside double quotes. */
function html(text, door) {
  const special = SPECIAL[door] ?? '';
  const write = (character) => {
    if (NAMED[character]) return NAMED[character];
    const isPlain = !special.includes(character) && !UNSEEN.test(character);
    return isPlain ? character : `&#${character.codePointAt(0)};`;
  };
  return Array.from(text, write).join('');
}

/** A text for JavaScript, with its quotes; it ends no script element either. */
function script(text) {
  const escape = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return Array.from(JSON.stringify(text), (character) =>
    character === '<' || UNSEEN.test(character) ? escape(character) : character,
  ).join('');
}

/** Whether JSX takes a text as it stands. */
const isPlainInJsx = (text) => /^[^\s"&{}<>\\](?:[^"&{}<>\\\n]*[^\s"&{}<>\\])?$/.test(text) && !UNSEEN.test(text);

const jsx = (text) => (isPlainInJsx(text) || text === '' ? text : `{${script(text)}}`);

const jsxAttribute = (text) => (isPlainInJsx(text) ? `"${text}"` : `{${script(text)}}`);

/** A word for a shell. */
export const shell = (text) => (/^[\w:/.@%+-]+$/.test(text) ? text : `'${text}'`);

/** An element in HTML or JSX; attributes that would make the line long stand on lines of their own. */
export function element(name, attributes, content, door) {
  const isJsx = door === 'react';
  const write = ([attribute, value]) => {
    if (value === true) return attribute;
    return isJsx ? `${attribute}=${jsxAttribute(value)}` : `${attribute}="${html(value, door)}"`;
  };
  const written = attributes.map(write);
  const inside = isJsx ? jsx(content) : html(content, door);
  const line = `<${[name, ...written].join(' ')}>`;
  const opening = line.length <= 76 ? line : `<${name}\n  ${written.join('\n  ')}\n>`;
  return `${opening}${inside}</${name}>`;
}
