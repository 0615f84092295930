// Checks the builder's fields. An invalid field counts as empty.

import { RELEASE } from '../generated/release.js';

/** The values of each field; the first is the default. */
export const CHOICES = {
  door: ['module', 'classic', 'frame', 'react', 'vue', 'svelte', 'wordpress', 'wordpress-frame'],
  lang: ['', ...RELEASE.languages],
  theme: ['auto', 'light', 'dark'],
  variant: ['full', 'compact'],
  start: ['intro', 'question'],
  analytics: ['none', 'datalayer', 'matomo'],
  persist: ['none', 'ask'],
};

/** The doors with an iframe. */
export const FRAMES = ['frame', 'wordpress-frame'];

/** A field's text without lone surrogates, and without control characters other than line breaks. */
const plain = (text = '') => text.toWellFormed().replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, '').trim();

/** A colour as `#rgb` or `#rrggbb`; undefined if it is invalid. */
function colour(text) {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text)?.[1];
  return digits && `#${digits.toLowerCase()}`;
}

/** A link, which may have placeholders for profile and code; undefined if it is invalid. */
function link(text) {
  if (/[\s\\]/.test(text)) return undefined;
  const filled = text.replace(/\{(profile|code)\}/g, 'x');
  const isPage = /^https:\/\/[^/?#]/i.test(text) && URL.canParse(filled);
  // `mailto:` needs a recipient, `tel:` a number.
  return isPage || /^mailto:[^@?#]*[^\W_][^@?#]*@[^?#]*[^\W_]|^tel:[^;?]*\d/i.test(filled) ? text : undefined;
}

/** The folder of the files, with a trailing slash: an address, or a path on the same server; else undefined. */
function folder(text) {
  const isPath = /^\/(?!\/)/.test(text);
  if (!isPath && !/^https?:\/\//i.test(text)) return undefined;
  if (/[\\?#\s]/.test(text) || !URL.canParse(text, 'https://own.invalid')) return undefined;
  const address = new URL(text.endsWith('/') ? text : `${text}/`, 'https://own.invalid');
  // These characters would end a source in a content security policy.
  const path = address.pathname.replaceAll(';', '%3B').replaceAll(',', '%2C').replaceAll("'", '%27');
  return isPath ? path : address.origin + path;
}

/** The configuration in the fields' texts, and the names of invalid fields; `home` is the default folder. */
export function configure(fields, home) {
  const faults = [];
  const read = (name, parse, otherwise = '') => {
    const text = plain(fields[name]);
    if (text === '') return otherwise;
    const value = parse(text);
    if (value === undefined) faults.push(name);
    return value ?? otherwise;
  };
  const choose = (name) => (CHOICES[name].includes(fields[name]) ? fields[name] : CHOICES[name][0]);
  const chosen = Object.fromEntries(Object.keys(CHOICES).map((name) => [name, choose(name)]));
  // A frame's own page has no analytics.
  if (FRAMES.includes(chosen.door)) chosen.analytics = 'none';
  const ctaHref = read('ctaHref', link);
  const ctaText = ctaHref && plain(fields.ctaText);
  const title = plain(fields.title);
  const configuration = { ...chosen, accent: read('accent', colour), title, ctaHref, ctaText, base: read('base', folder, home) };
  return { configuration, faults };
}
