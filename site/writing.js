// Escapes texts for where they are pasted: HTML, a template, JSX, a shell.

/** Characters that are invisible or change the text direction. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u00a0\u200b\ufeff]/u;

/** Special characters of the frameworks' templates, and of WordPress with its [shortcodes]. */
const SPECIAL = { vue: '{}', svelte: '{}', wordpress: '[]', 'wordpress-frame': '[]' };

const NAMED = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text for HTML, in an element or in double quotes. */
function html(text, door) {
  const special = SPECIAL[door] ?? '';
  const write = (character) => {
    if (NAMED[character]) return NAMED[character];
    const isPlain = !special.includes(character) && !UNSEEN.test(character);
    return isPlain ? character : `&#${character.codePointAt(0)};`;
  };
  return Array.from(text, write).join('');
}

/** A text as a JavaScript string literal, which can't close a script element. */
function script(text) {
  const escape = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return Array.from(JSON.stringify(text), (character) =>
    character === '<' || UNSEEN.test(character) ? escape(character) : character,
  ).join('');
}

/** Whether JSX reads a text unchanged. */
const isPlainInJsx = (text) => /^[^\s"&{}<>\\](?:[^"&{}<>\\\n]*[^\s"&{}<>\\])?$/.test(text) && !UNSEEN.test(text);

const jsx = (text) => (isPlainInJsx(text) || text === '' ? text : `{${script(text)}}`);

const jsxAttribute = (text) => (isPlainInJsx(text) ? `"${text}"` : `{${script(text)}}`);

/** A word for a shell, quoted if necessary. */
export const shell = (text) => (/^[\w:/.@%+-]+$/.test(text) ? text : `'${text}'`);

/** An element in HTML or JSX, with its attributes on separate lines if it would be long. */
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
