// The element's attributes and the properties that reflect them, from `api/element.json`; `lang` is every element's.

import { SETTINGS } from '../../generated/interface.js';

const COLOUR = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i;

/** What each attribute may hold: one of some words, the first of which is the default, or a kind of text. */
const kinds = new Map(SETTINGS);

function fits(kind, text) {
  if (Array.isArray(kind)) return kind.includes(text);
  return kind !== 'colour' || COLOUR.test(text);
}

/** An attribute's value, or its default if it is missing or invalid. */
export function readSetting(element, name) {
  const kind = kinds.get(name);
  if (kind === 'boolean') return element.hasAttribute(name);
  const text = element.getAttribute(name);
  if (text !== null && fits(kind, text)) return text;
  return Array.isArray(kind) ? kind[0] : '';
}

/** What is wrong with an attribute's text; undefined if nothing is. */
export function settingFault(name, text) {
  const kind = kinds.get(name);
  if (!kind || text === null || fits(kind, text)) return undefined;
  return `known are ${Array.isArray(kind) ? kind.join(', ') : 'colours such as #0b5a8a'}`;
}

/** Sets an attribute from its property's value; `undefined` and `null` remove it. */
export function setSetting(element, name, value) {
  if (kinds.get(name) === 'boolean') element.toggleAttribute(name, Boolean(value));
  else if (value === undefined || value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

const propertyName = (attribute) => attribute.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** Defines a property for each attribute on a class. */
export function reflectSettings(elementClass) {
  for (const name of kinds.keys()) {
    // With `Object.prototype`, the descriptor would inherit what a host page has put there.
    Object.defineProperty(elementClass.prototype, propertyName(name), {
      __proto__: null,
      configurable: true,
      enumerable: true,
      get() { return readSetting(this, name); },
      set(value) { setSetting(this, name, value); },
    });
  }
}

/** Applies properties that a host page set before the element was defined. */
export function upgradeSettings(element) {
  for (const name of [...kinds.keys()].map(propertyName)) {
    // Some supported browsers lack `Object.hasOwn`.
    if (!Object.prototype.hasOwnProperty.call(element, name)) continue;
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
}

export const ATTRIBUTES = ['lang', ...kinds.keys()];
