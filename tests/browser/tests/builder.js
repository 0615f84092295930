// Random configurations, and parsers that read the snippets back. `args` has the seed, the count and the
// languages.

const TAG = 'b2b-b2c-profile';

/** Texts that could end an attribute, element, script, string or template early. */
const HOSTILE = [
  '"><script>alert(1)</script>', "it's a 'title'", '" onload="alert(1)', '</script><!--', '-->', ']]>', '{braces}',
  '{{ mustache }}', '${dollar} `tick`', '{@html x}{#if y}', '\\u0041 \\" \\\\', '&amp; &lt; &#65; &notin; &', '[gallery ids="1"]',
  'line\nbreak', '</template></b2b-b2c-profile></iframe>', '😀 👩‍👩‍👧 é', '\u202eturned\u202c \u200f', 'a\u00a0b\u2028c\u2029d\u200b',
  "$(rm) 'x' ; %41 + ?", 'v-pre @click :href', '<b>', 'Gewone titel', '\ufeffx', 'מבחן', '*/ //',
];
const LINKS = [
  'https://example.com/?code={code}&p={profile}', 'HTTPS://example.com/{code}#{profile}', 'mailto:a@example.com?subject={profile}',
  'tel:+31201234567', "https://example.com/'\"><script>{{x}}${y}`[z]", 'https://example.com/ü?q=é&amp;lt=1#%22',
];
const BASES = [
  'https://cdn.example/b2b/', 'https://cdn.example:8443/a%20b/;,\'"<&{{x}}[y]/', '/test', '/', 'http://localhost:8080/x', '/ü/$(a)/`b`/',
];
const COLOURS = ['', '#0b5a8a', 'ABC', '#FFF', 'b4004e'];

/** A pseudo-random number generator (mulberry32). */
const chance = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

const generated = (random) => {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const text = () => Array.from({ length: Math.floor(random() * 4) }, () => pick(HOSTILE)).join(pick(['', ' ', '\n']));
  return {
    door: pick(['module', 'classic', 'frame', 'react', 'vue', 'svelte', 'wordpress', 'wordpress-frame']),
    lang: pick(['', ...args[2]]), theme: pick(['auto', 'light', 'dark']), variant: pick(['full', 'compact']),
    start: pick(['intro', 'question']), analytics: pick(['none', 'datalayer', 'matomo']), persist: pick(['none', 'ask']),
    accent: pick(COLOURS), title: text(), ctaHref: pick(['', ...LINKS]), ctaText: text(), base: pick(BASES),
  };
};

const expect = (holds, what) => {
  if (!holds) throw new Error(what);
};

/** The attributes' values by the names in the configuration; absent ones have their defaults. */
const settings = (attributes) => {
  const known = ['lang', 'theme', 'accent', 'variant', 'start', 'cta-href', 'cta-text', 'analytics', 'persist'];
  for (const name of Object.keys(attributes)) expect(known.includes(name), `unknown attribute: ${name}`);
  const usual = { lang: '', theme: 'auto', accent: '', variant: 'full', start: 'intro', analytics: 'none', persist: 'none' };
  const { 'cta-href': ctaHref = '', 'cta-text': ctaText = '', ...others } = attributes;
  return { ...usual, ctaHref, ctaText, ...others };
};

const attributesOf = (element, ...but) => {
  const all = [...element.attributes].filter(({ name }) => !but.includes(name));
  return Object.fromEntries(all.map(({ name, value }) => [name, value]));
};

/** Parses HTML and expects exactly these elements in it, besides those of every page. */
const elements = (html, ...names) => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const found = [...page.querySelectorAll('*')].map((element) => element.localName);
  const own = found.filter((name) => !['html', 'head', 'body'].includes(name));
  expect(own.join() === names.join(), `holds ${own.join()}, not ${names.join()}`);
  return names.map((name) => page.querySelector(name));
};

const readTag = (element) => ({ ...settings(attributesOf(element, 'v-pre')), title: element.textContent });

const guarded = (script, release) => {
  const file = script.getAttribute('src').split('/').at(-1);
  expect(release.files[file], `not released: ${file}`);
  expect(script.getAttribute('integrity') === release.files[file], `integrity of ${file}`);
  expect(script.getAttribute('crossorigin') === 'anonymous', 'crossorigin');
  return script.getAttribute('src').slice(0, -file.length);
};

const readElement = ([{ text }], release) => {
  const [script, tag] = elements(text, 'script', TAG);
  expect(text.startsWith(`<!-- ${TAG} ${release.version} -->`), 'the version');
  const isModule = script.type === 'module';
  expect(isModule || (script.defer && script.src.endsWith('.classic.js')), 'a module, or the one file');
  return { door: isModule ? 'module' : 'classic', base: guarded(script, release), ...readTag(tag) };
};

const readFrame = ([{ text }], release) => {
  const hasScript = text.includes('<script');
  const [frame, script] = elements(text, 'iframe', ...(hasScript ? ['script'] : []));
  const address = frame.getAttribute('src');
  const [base, query] = address.split('frame.html');
  if (script) expect(guarded(script, release) === base, 'both come from one folder');
  expect(frame.title && frame.loading === 'lazy' && frame.width === '100%' && Number(frame.height) > 400, 'a frame with measures');
  expect(!frame.hasAttribute('style'), 'no style attribute');
  const attributes = Object.fromEntries(new URLSearchParams(query));
  return { door: hasScript ? 'frame' : 'wordpress-frame', base, title: frame.title, ...settings(attributes) };
};

/** Reads the package's folder back from the shell command. */
const readInstall = (text, release) => {
  const [, quoted, plain] = /^npm install (?:'([^']*)'|([\w:/.@%+-]+))\n$/.exec(text) ?? [];
  const source = quoted ?? plain;
  const file = `${TAG}-${release.version}.tgz`;
  expect(source?.endsWith(`/${file}`), `not installed from a folder: ${text}`);
  return source.slice(0, -file.length).replace(/^\.\//, '/');
};

/**
 * A strict parser for one element of JSX. Attributes are `name="text"` without any of `"&{}<>\`, or
 * `name={JSON string}`. The content is empty, such a text on one line without blanks at its ends, or `{JSON string}`.
 */
const readJsx = (jsx) => {
  let rest = jsx;
  const take = (pattern) => {
    const found = pattern.exec(rest);
    if (found) rest = rest.slice(found[0].length);
    return found;
  };
  expect(take(/^<b2b-b2c-profile(?=[\s>])/), `no tag: ${rest}`);
  const attributes = {};
  for (let found; (found = take(/^\s+([a-z-]+)=(?:"([^"&{}<>\\\n]*)"|\{("(?:[^"\\<]|\\.)*")\})/)); ) {
    attributes[found[1]] = found[2] ?? JSON.parse(found[3]);
  }
  expect(take(/^\s*>/), `no end of the tag: ${rest}`);
  const inside = take(/^(?:\{("(?:[^"\\<]|\\.)*")\}|([^"&{}<>\\\s](?:[^"&{}<>\\\n]*[^"&{}<>\\\s])?)?)(?=<)/);
  expect(inside, `not inside: ${rest}`);
  expect(rest === `</${TAG}>`, `something behind: ${rest}`);
  return { ...settings(attributes), title: inside[1] ? JSON.parse(inside[1]) : (inside[2] ?? '') };
};

const COMPONENTS = {
  react: (text) => {
    const [before, jsx] = text.split('  return (\n    ');
    expect(before.includes(`import('${TAG}/inline')`), 'the import');
    return readJsx(jsx.slice(0, -'\n  );\n}\n'.length));
  },
  vue: (text) => {
    const [script, template] = text.split('\n<template>\n');
    expect(script.startsWith('<script setup>') && script.includes(`import('${TAG}/inline')`), 'the script');
    expect(template.endsWith('\n</template>\n') && !/[{}]/.test(template), 'no braces in the template');
    const [tag] = elements(template.slice(0, -'</template>\n'.length), TAG);
    expect(tag.hasAttribute('v-pre'), 'Vue is to leave it alone');
    return readTag(tag);
  },
  svelte: (text) => {
    const [script, markup] = text.split('</script>\n');
    expect(script.startsWith('<script>') && script.includes(`import('${TAG}/inline')`), 'the script');
    expect(!/[{}]/.test(markup), 'no braces in the markup');
    return readTag(elements(markup, TAG)[0]);
  },
};

const readComponent = (door) => ([install, component], release) => ({
  door,
  base: readInstall(install.text, release),
  ...COMPONENTS[door](component.text),
});

const READERS = {
  module: readElement, classic: readElement, wordpress: readElement, frame: readFrame, 'wordpress-frame': readFrame,
  react: readComponent('react'), vue: readComponent('vue'), svelte: readComponent('svelte'),
};

const sorted = (object) => JSON.stringify(Object.entries(object).sort());

/** Checks one configuration; returns the fault, if any. */
const check = ({ configure, snippet }, fields) => {
  const { configuration, faults } = configure(fields, 'https://home.example/');
  const release = {
    version: '1.2.3',
    files: { [`${TAG}.js`]: 'sha384-a+/=', [`${TAG}.classic.js`]: 'sha384-b', 'frame-resizer.js': 'sha384-c' },
  };
  try {
    expect(faults.length === 0, `faults: ${faults}`);
    expect(configuration.title === fields.title.trim(), 'the title is kept');
    const parts = snippet(configuration, release);
    if (fields.door.startsWith('wordpress')) expect(!/[[\]]/.test(parts[0].text), 'no shortcodes');
    const unseen = parts.map(({ text }) => /[^\P{Cc}\n]|[\p{Bidi_Control}\u2028\u2029\u00a0\ufeff]/u.exec(text)?.[0]);
    expect(!unseen.some(Boolean), 'nothing unseen');
    const read = READERS[fields.door](parts, release);
    // Snippets for WordPress look like modules; a frame always has a title.
    const door = fields.door === 'wordpress' ? 'module' : fields.door;
    const title = fields.door.includes('frame') ? configuration.title || 'B2B/B2C' : configuration.title;
    const expected = { ...configuration, door, title };
    expect(sorted(read) === sorted(expected), `read back: ${sorted(read)} instead of ${sorted(expected)}`);
    return undefined;
  } catch (error) {
    return `${JSON.stringify(fields)}: ${error.message}`;
  }
};

const run = async () => {
  const builder = await import('/builder.js');
  const random = chance(args[0]);
  const all = Array.from({ length: args[1] }, () => generated(random));
  const seen = (part) => all.some(({ title, ctaText }) => `${title}${ctaText}`.includes(part));
  return {
    wrong: all.map((fields) => check(builder, fields)).filter(Boolean),
    doors: new Set(all.map(({ door }) => door)).size,
    unseen: HOSTILE.filter((part) => !seen(part)),
  };
};
return run();
