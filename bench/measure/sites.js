// What is measured: the peers, and the widget on three kinds of pages.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const BENCH = resolve(import.meta.dirname, '..');

/** How the peers' pages are walked; SurveyJS has buttons of its own. */
const PEER = {
  entry: '/',
  answer: 'input[type=radio]',
  next: 'button.next, .sd-navigation__next-btn, .sd-navigation__complete-btn',
  done: '.result',
};

/** How the widget is walked: its intro asks something too, which needs no answer. */
const WIDGET = {
  entry: '/',
  host: 'b2b-b2c-profile',
  start: '.bp-start',
  answer: '.bp-question__group input[type=radio]',
  next: '.bp-next, .bp-interlude .bp-button--primary',
  done: '.bp-result',
};

/** How many widgets stand on the pages that hold several. */
const COUNTS = [1, 10, 50];

/**
 * Everything to measure, by name.
 *
 * `widgets` is how many there are on a page that is only loaded; a page without it is walked to its result.
 */
export function sites(widgetFolder) {
  const peers = ['plain', 'preact', 'svelte', 'react', 'surveyjs'].map(
    (name) => ({ ...PEER, name, folder: resolve(BENCH, 'dist', name) }),
  );
  const widget = { ...WIDGET, name: 'widget', folder: widgetFolder };
  const embed = page('embed', readFileSync(resolve(BENCH, 'pages/embed.html'), 'utf8'));
  const several = COUNTS.map((count) => ({ ...page(`widgets-${count}`, pageOf(count)), widgets: count }));
  return [...peers, widget, { ...widget, ...embed }, ...several.map((site) => ({ ...widget, ...site }))];
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
${'<b2b-b2c-profile lang="en"></b2b-b2c-profile>\n'.repeat(count)}</html>
`;
}
