// What is measured: the peers, and the widget on its own page and on others.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotli } from './server.js';

const BENCH = resolve(import.meta.dirname, '..');

/** How the peers' pages are walked; SurveyJS has buttons of its own. */
const PEER = {
  entry: '/',
  answer: 'input[type=radio]',
  next: 'button.next, .sd-navigation__next-btn, .sd-navigation__complete-btn',
  done: '.result',
};

/**
 * How the widget is walked: its intro asks something too, which needs no answer. A click on its heading does nothing
 * but touch it.
 */
const WIDGET = {
  entry: '/',
  host: 'b2b-b2c-profile',
  engine: 'b2b-b2c-profile:engine',
  start: '.bp-start',
  heading: '.bp-heading',
  answer: '.bp-question__group input[type=radio]',
  next: '.bp-next, .bp-interlude .bp-button--primary',
  done: '.bp-result',
};

/** How many widgets stand on the pages that hold several. */
const COUNTS = [1, 10, 50];

/**
 * Everything to measure, by name, and what the visitor does there: `walk` to the result, `leave` it alone, `touch` its
 * Start once, or `watch` so many `widgets` start by themselves.
 */
export function sites(widgetFolder) {
  const peers = ['plain', 'preact', 'svelte', 'react', 'surveyjs'].map(
    (name) => ({ ...PEER, name, visitor: 'walk', folder: resolve(BENCH, 'dist', name) }),
  );
  const foreign = readFileSync(resolve(BENCH, 'pages/embed.html'), 'utf8');
  const widgets = [
    { name: 'widget', visitor: 'walk' },
    { ...page('embed', foreign), visitor: 'walk' },
    { ...page('untouched', foreign), visitor: 'leave' },
    { ...page('touched', foreign), visitor: 'touch' },
    ...COUNTS.map((count) => ({ ...page(`widgets-${count}`, pageOf(count)), visitor: 'watch', widgets: count })),
  ];
  return [...peers, ...widgets.map((site) => ({ ...WIDGET, folder: widgetFolder, ...site }))];
}

/**
 * The script that a page loads to embed somebody else's forms: its version, and its size on the way. What it loads
 * then comes from its maker's servers, and isn't measured.
 */
export function otherLoader() {
  const folder = new URL('../node_modules/@typeform/embed/', import.meta.url);
  const read = (file) => readFileSync(new URL(file, folder));
  return { version: JSON.parse(read('package.json')).version, bytes: brotli(read('build/embed.js')).length };
}

/** A page beside the built widget's files, as if it were another site that took them over. */
function page(name, html) {
  return { name, entry: `/${name}.html`, html };
}

function pageOf(count) {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${count}</title>
<link rel="icon" href="data:,">
<script type="module" src="b2b-b2c-profile.js"></script>
${'<b2b-b2c-profile lang="en" loading="eager"></b2b-b2c-profile>\n'.repeat(count)}</html>
`;
}
