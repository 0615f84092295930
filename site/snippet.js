import { RELEASE } from '../generated/release.js';
import { CHOICES } from './configuration.js';
import { element, shell } from './writing.js';

const TAG = 'b2b-b2c-profile';
/** What a frame is called that was given no title. */
export const UNTITLED = 'B2B/B2C';

/** The attributes that differ from what holds without them. */
export function attributesOf(configuration) {
  const { lang, theme, accent, variant, start, ctaHref, ctaText, analytics, persist } = configuration;
  const all = { lang, theme, accent, variant, start, 'cta-href': ctaHref, 'cta-text': ctaText, analytics, persist };
  return Object.entries(all).filter(([name, value]) => value !== (CHOICES[name]?.[0] ?? ''));
}

const tag = (configuration, attributes = attributesOf(configuration)) =>
  element(TAG, attributes, configuration.title, configuration.door);

/** What lets a browser refuse any file but this version's. */
function guarded(file, release) {
  const integrity = release.files[file];
  return integrity ? [['integrity', integrity], ['crossorigin', 'anonymous']] : [];
}

function scripted({ door, base }, file, kind, release) {
  return element('script', [...kind, ['src', base + file], ...guarded(file, release)], '', door);
}

function asElement(configuration, release) {
  const isClassic = configuration.door === 'classic';
  const script = isClassic
    ? scripted(configuration, `${TAG}.classic.js`, [['defer', true]], release)
    : scripted(configuration, `${TAG}.js`, [['type', 'module']], release);
  const text = `<!-- ${TAG} ${release.version} -->\n${script}\n${tag(configuration)}\n`;
  return [{ file: 'HTML', text }];
}

/** The frame's own address: its attributes as a query. */
function frameAddress(configuration) {
  const query = attributesOf(configuration).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${configuration.base}frame.html${query.length ? `?${query.join('&')}` : ''}`;
}

function asFrame(configuration, release) {
  const { door, title } = configuration;
  const frame = element(
    'iframe',
    [
      ['src', frameAddress(configuration)],
      ['title', title || UNTITLED],
      ['width', '100%'],
      // Without the script the frame scrolls inside this height.
      ['height', door === 'frame' ? '640' : '820'],
      ['frameborder', '0'],
      ['loading', 'lazy'],
      ['allow', 'clipboard-write'],
    ],
    '',
    door,
  );
  const resizer = door === 'frame' ? `${scripted(configuration, 'frame-resizer.js', [['defer', true]], release)}\n` : '';
  return [{ file: 'HTML', text: `<!-- ${TAG} ${release.version} -->\n${frame}\n${resizer}` }];
}

/**
 * The components. `inline` needs no rule in any bundler; it is loaded in the browser only, apart from the page's
 * own script.
 */
const COMPONENTS = {
  react: (markup) => `import { useEffect } from 'react';

export function CustomerProfile() {
  useEffect(() => {
    import('${TAG}/inline');
  }, []);
  return (
    ${markup.replaceAll('\n', '\n    ')}
  );
}
`,
  vue: (markup) => `<script setup>
import { onMounted } from 'vue';

onMounted(() => import('${TAG}/inline'));
</script>

<template>
  ${markup.replaceAll('\n', '\n  ')}
</template>
`,
  svelte: (markup) => `<script>
  import { onMount } from 'svelte';

  onMount(() => {
    import('${TAG}/inline');
  });
</script>

${markup}
`,
};

const FILES = { react: 'CustomerProfile.jsx', vue: 'CustomerProfile.vue', svelte: 'CustomerProfile.svelte' };

function asComponent(configuration, release) {
  const { door, base } = configuration;
  // A path on the reader's server is no address for npm: the file then lies in that folder of the project.
  const source = `${base.startsWith('/') ? '.' : ''}${base}${TAG}-${release.version}.tgz`;
  // Vue leaves what is marked v-pre alone: it looks for no component, and for no {{ }} in it.
  const attributes = attributesOf(configuration);
  /** @type {[string, string | boolean][]} */
  const marked = door === 'vue' ? [['v-pre', true], ...attributes] : attributes;
  return [
    { file: 'Terminal', text: `npm install ${shell(source)}\n` },
    { file: FILES[door], text: COMPONENTS[door](tag(configuration, marked)) },
  ];
}

const WRITERS = {
  module: asElement,
  classic: asElement,
  wordpress: asElement,
  frame: asFrame,
  'wordpress-frame': asFrame,
  react: asComponent,
  vue: asComponent,
  svelte: asComponent,
};

/** What to paste for a configuration, in order: where each part goes, and its text. */
export function snippet(configuration, release = RELEASE) {
  return WRITERS[configuration.door](configuration, release);
}
