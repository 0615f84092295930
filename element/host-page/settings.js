// The element's attributes: what each may hold, and the property that reflects it. They are listed in
// `api/element.json`, all but `lang`, which is every element's own.

import { SETTINGS } from '../../generated/interface.js';

const COLOUR = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i;

/** What an attribute may hold, by its name: some words, the first of which is the default, or a kind of text. */
const kinds = new Map(SETTINGS);

/** Whether an attribute can hold a text. */
function fits(kind, text) {
  if (Array.isArray(kind)) return kind.includes(text);
  return kind !== 'colour' || COLOUR.test(text);
}

/** What an attribute is set to, its default where it holds what it can't. */
export function readSetting(element, name) {
  const kind = kinds.get(name);
  if (kind === 'boolean') return element.hasAttribute(name);
  const text = element.getAttribute(name);
  if (text !== null && fits(kind, text)) return text;
  return Array.isArray(kind) ? kind[0] : '';
}

/** What is wrong with an attribute's text, if anything is. */
export function settingFault(name, text) {
  const kind = kinds.get(name);
  if (!kind || text === null || fits(kind, text)) return undefined;
  return `known are ${Array.isArray(kind) ? kind.join(', ') : 'colours such as #0b5a8a'}`;
}

/** Sets an attribute as its property does; nothing at all takes it away. */
export function setSetting(element, name, value) {
  if (kinds.get(name) === 'boolean') element.toggleAttribute(name, Boolean(value));
  else if (value === undefined || value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

const propertyName = (attribute) => attribute.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** Gives a class one property for each attribute. */
export function reflectSettings(elementClass) {
  for (const name of kinds.keys()) {
    // Without a prototype of its own, the descriptor would take over what a host page puts on everyone's.
    Object.defineProperty(elementClass.prototype, propertyName(name), {
      __proto__: null,
      configurable: true,
      enumerable: true,
      get() { return readSetting(this, name); },
      set(value) { setSetting(this, name, value); },
    });
  }
}

/** Lets properties that a host page set before the element was defined take effect now. */
export function upgradeSettings(element) {
  for (const name of [...kinds.keys()].map(propertyName)) {
    // `Object.hasOwn` is younger than some browsers.
    if (!Object.prototype.hasOwnProperty.call(element, name)) continue;
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
}

export const ATTRIBUTES = ['lang', ...kinds.keys()];
