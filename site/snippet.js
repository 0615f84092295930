import { RELEASE } from '../generated/release.js';
import { CHOICES, FRAMES } from './configuration.js';
import { element, shell } from './writing.js';

const TAG = 'b2b-b2c-profile';
const UNTITLED = 'B2B/B2C';

/** The attributes that differ from their defaults. */
export function attributesOf(configuration) {
  const { lang, theme, accent, variant, start, ctaHref, ctaText, analytics, persist } = configuration;
  const all = { lang, theme, accent, variant, start, 'cta-href': ctaHref, 'cta-text': ctaText, analytics, persist };
  return Object.entries(all).filter(([name, value]) => value !== (CHOICES[name]?.[0] ?? ''));
}

const tag = (configuration, attributes = attributesOf(configuration)) =>
  element(TAG, attributes, configuration.title, configuration.door);

/** A script element, with its integrity if that is known. */
function scripted({ door, base }, file, kind, release) {
  const integrity = release.files[file];
  const guard = integrity ? [['integrity', integrity], ['crossorigin', 'anonymous']] : [];
  return element('script', [kind, ['src', base + file], ...guard], '', door);
}

function asElement(configuration, release) {
  const script = configuration.door === 'classic'
    ? scripted(configuration, `${TAG}.classic.js`, ['defer', true], release)
    : scripted(configuration, `${TAG}.js`, ['type', 'module'], release);
  const text = `<!-- ${TAG} ${release.version} -->\n${script}\n${tag(configuration)}\n`;
  return [{ file: 'HTML', text }];
}

function asFrame(configuration, release) {
  const { base, door, title } = configuration;
  const query = attributesOf(configuration).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  const frame = element(
    'iframe',
    [
      ['src', `${base}frame.html${query && `?${query}`}`],
      ['title', title || UNTITLED],
      ['width', '100%'],
      // Without the resizer, the frame scrolls inside this height.
      ['height', door === 'frame' ? '640' : '820'],
      ['frameborder', '0'],
      ['loading', 'lazy'],
      ['allow', 'clipboard-write'],
    ],
    '',
    door,
  );
  const resizer = door === 'frame' ? `${scripted(configuration, 'frame-resizer.js', ['defer', true], release)}\n` : '';
  return [{ file: 'HTML', text: `<!-- ${TAG} ${release.version} -->\n${frame}\n${resizer}` }];
}

/** The components. They import `inline`, which works in every bundler, in the browser only and as a separate chunk. */
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
  // For npm, a path is not an address but a folder of the project.
  const source = `${base.startsWith('/') ? '.' : ''}${base}${TAG}-${release.version}.tgz`;
  // With v-pre, Vue looks for no component and no {{ }} in the element.
  const attributes = attributesOf(configuration);
  /** @type {[string, string | boolean][]} */
  const marked = door === 'vue' ? [['v-pre', true], ...attributes] : attributes;
  return [
    { file: 'Terminal', text: `npm install ${shell(source)}\n` },
    { file: FILES[door], text: COMPONENTS[door](tag(configuration, marked)) },
  ];
}

/** What to paste for a configuration, in order: where each part goes, and its text. */
export function snippet(configuration, release = RELEASE) {
  const { door } = configuration;
  if (FRAMES.includes(door)) return asFrame(configuration, release);
  return COMPONENTS[door] ? asComponent(configuration, release) : asElement(configuration, release);
}
