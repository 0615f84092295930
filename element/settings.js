// The element's attributes: what each may hold, and the property that reflects it. `lang` is every element's own.

const anyText = { __proto__: null, fallback: '', known: 'any text', fits: () => true };
const colour = {
  __proto__: null,
  fallback: '',
  known: 'a colour such as #0b5a8a',
  fits: (text) => /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(text),
};
/** One of some words, the first of which is the default. */
const oneOf = (...words) => ({
  __proto__: null,
  fallback: words[0],
  known: words.join(', '),
  fits: (text) => words.includes(text),
});

const SETTINGS = new Map([
  ['theme', oneOf('auto', 'light', 'dark')],
  ['accent', colour],
  ['variant', oneOf('full', 'compact')],
  ['start', oneOf('intro', 'question')],
  ['group-first', anyText],
  ['group-second', anyText],
  ['persist', oneOf('none', 'ask')],
  ['loading', oneOf('eager', 'lazy')],
  ['analytics', oneOf('none', 'datalayer', 'matomo')],
  ['cta-href', anyText],
  ['cta-text', anyText],
  ['fallback-href', anyText],
  ['name', anyText],
]);
/** Attributes that count by being there. */
const FLAGS = ['answers'];

/** What an attribute is set to, its default where it holds what it can't. */
function readSetting(element, name) {
  const { fits, fallback } = SETTINGS.get(name);
  const text = element.getAttribute(name);
  return text !== null && fits(text) ? text : fallback;
}

/** What is wrong with an attribute's text, if anything is. */
function settingFault(name, text) {
  const setting = SETTINGS.get(name);
  return setting && text !== null && !setting.fits(text) ? `known are ${setting.known}` : undefined;
}

const propertyName = (attribute) => attribute.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** Gives a class one property for each attribute. */
function reflectSettings(elementClass) {
  // Without a prototype of their own, descriptors would take over what a page puts on everyone's.
  const reflect = (attribute, get, set) => Object.defineProperty(elementClass.prototype, propertyName(attribute), {
    __proto__: null, configurable: true, enumerable: true, get, set,
  });
  for (const name of SETTINGS.keys()) {
    reflect(
      name,
      function get() { return readSetting(this, name); },
      function set(value) { this.setAttribute(name, value); },
    );
  }
  for (const name of FLAGS) {
    reflect(
      name,
      function get() { return this.hasAttribute(name); },
      function set(value) { this.toggleAttribute(name, Boolean(value)); },
    );
  }
}

/** Lets properties that a page set before the element was defined take effect now. */
function upgradeSettings(element) {
  for (const name of [...SETTINGS.keys(), ...FLAGS].map(propertyName)) {
    if (!Object.hasOwn(element, name)) continue;
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
}

const ATTRIBUTES = ['lang', ...SETTINGS.keys(), ...FLAGS];

export { ATTRIBUTES, readSetting, reflectSettings, settingFault, upgradeSettings };
