// Compiles the Svelte component as its own tools do.

import { readFileSync, writeFileSync } from 'node:fs';
import { compile } from 'svelte/compiler';

const { js } = compile(readFileSync('page.svelte', 'utf8'), { filename: 'page.svelte', generate: 'client' });
writeFileSync('page.compiled.js', js.code);
