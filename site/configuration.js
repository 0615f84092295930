// What the builder's fields say: checked, never guessed. A field that is at fault counts as left alone.

import { RELEASE } from '../generated/release.js';

/** What each field may say; the first is what holds where nothing is said. */
export const CHOICES = {
  door: ['module', 'classic', 'frame', 'react', 'vue', 'svelte', 'wordpress', 'wordpress-frame'],
  lang: ['', ...RELEASE.languages],
  theme: ['auto', 'light', 'dark'],
  variant: ['full', 'compact'],
  start: ['intro', 'question'],
  analytics: ['none', 'datalayer', 'matomo'],
  persist: ['none', 'ask'],
};

/** The doors that put the test into a frame. */
export const FRAMES = ['frame', 'wordpress-frame'];

/** A field's text as a page can hold it: no half characters, no control characters but line breaks. */
function plain(text = '') {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, '')
    .trim();
}

/** A colour as `#rgb` or `#rrggbb`; undefined if it is none. */
function colour(text) {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text)?.[1];
  return digits && `#${digits.toLowerCase()}`;
}

/** A link that a visitor may follow, perhaps with places for the outcome; undefined if it is none. */
function link(text) {
  if (/[\s\\]/.test(text)) return undefined;
  const filled = text.replace(/\{(profile|code)\}/g, 'x');
  const isPage = /^https:\/\/[^/?#]/i.test(text) && URL.canParse(filled);
  // A mail has somebody to go to, a call a number.
  return isPage || /^mailto:[^@?#]*[^\W_][^@?#]*@[^?#]*[^\W_]|^tel:[^;?]*\d/i.test(filled) ? text : undefined;
}

/** The folder of the files, with its last slash: an address, or a path on the reader's own server; else undefined. */
function folder(text) {
  const isPath = /^\/(?!\/)/.test(text);
  if (!isPath && !/^https?:\/\//i.test(text)) return undefined;
  if (/[\\?#\s]/.test(text) || !URL.canParse(text, 'https://own.invalid')) return undefined;
  const address = new URL(text.endsWith('/') ? text : `${text}/`, 'https://own.invalid');
  // These end a source in a content security policy.
  const path = address.pathname.replaceAll(';', '%3B').replaceAll(',', '%2C').replaceAll("'", '%27');
  return isPath ? path : address.origin + path;
}

/**
 * The configuration that the fields' texts by name describe, and the names of the fields at fault.
 *
 * `home` is the folder that holds where none is given, or none that can be.
 */
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
  // What a frame tells its own page, nobody hears.
  if (FRAMES.includes(chosen.door)) chosen.analytics = 'none';
  const ctaHref = read('ctaHref', link);
  const ctaText = ctaHref && plain(fields.ctaText);
  const title = plain(fields.title);
  const configuration = { ...chosen, accent: read('accent', colour), title, ctaHref, ctaText, base: read('base', folder, home) };
  return { configuration, faults };
}
