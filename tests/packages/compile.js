// Compiles the Svelte component with Svelte's own compiler.

import { readFileSync, writeFileSync } from 'node:fs';
import { compile } from 'svelte/compiler';

const { js } = compile(readFileSync('page.svelte', 'utf8'), { filename: 'page.svelte', generate: 'client' });
writeFileSync('page.compiled.js', js.code);
