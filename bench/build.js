// Builds every peer into dist/<peer>, each as its own documentation would have it for production.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build as bundle } from 'esbuild';
import { build as vite } from 'vite';

process.chdir(import.meta.dirname);

const BUNDLE = {
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  legalComments: 'none',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
};

const PEERS = {
  /** HTML and script in one file, by hand: the least that a questionnaire can be. */
  async plain() {
    const script = await inlined('peers/plain/main.js');
    const style = await inlined('peers/shared/style.css');
    writeFileSync('dist/plain/index.html', page(
      `<style>${style}</style>`,
      `<main></main><script type="module">${script}</script>`,
    ));
  },

  /** React's sources; they use hooks alone, so Preact's hooks do, without its compatibility layer. */
  async preact() {
    await bundle({
      ...BUNDLE,
      entryPoints: ['peers/preact/main.jsx'],
      outdir: 'dist/preact',
      jsxImportSource: 'preact',
      alias: { react: 'preact/hooks' },
    });
    writeFileSync('dist/preact/index.html', pageOfFiles());
  },

  async svelte() {
    await withVite('svelte', { plugins: [svelte()] });
  },

  async react() {
    await withVite('react', { oxc: { jsx: { runtime: 'automatic' } } });
  },

  async surveyjs() {
    await bundle({ ...BUNDLE, entryPoints: ['peers/surveyjs/main.js'], outdir: 'dist/surveyjs' });
    writeFileSync('dist/surveyjs/index.html', pageOfFiles());
  },
};

async function inlined(entry) {
  const { outputFiles: [file] } = await bundle({ ...BUNDLE, entryPoints: [entry], write: false, outdir: 'dist' });
  return file.text.trim();
}

function withVite(peer, options) {
  return vite({
    configFile: false,
    root: `peers/${peer}`,
    base: './',
    logLevel: 'warn',
    build: { outDir: `../../dist/${peer}`, emptyOutDir: true, modulePreload: { polyfill: false }, target: 'es2022' },
    ...options,
  });
}

function page(head, body) {
  return '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    + '<meta name="viewport" content="width=device-width,initial-scale=1"><title>Self-assessment</title>'
    + `<link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
}

function pageOfFiles() {
  const files = '<link rel="stylesheet" href="main.css"><script type="module" src="main.js"></script>';
  return page(files, '<div id="app"></div>');
}

for (const [peer, build] of Object.entries(PEERS)) {
  rmSync(`dist/${peer}`, { recursive: true, force: true });
  mkdirSync(`dist/${peer}`, { recursive: true });
  await build();
}
