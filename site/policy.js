import { FRAMES } from './configuration.js';

/** Where files come from, as a source in a policy. */
const sourceOf = (base) => (base.startsWith('/') ? "'self'" : base);

/**
 * What a page's content security policy must allow for a door: the sources by directive.
 *
 * No style-src: the widget's sheet is constructed. Links and analytics have rules of their own on the page.
 */
function policy({ door, base }) {
  const source = sourceOf(base);
  if (door === 'wordpress-frame') return { 'frame-src': [source] };
  if (FRAMES.includes(door)) return { 'frame-src': [source], 'script-src': [source] };
  // These hold the wasm inside, so that nothing more is fetched.
  if (door === 'classic') return { 'script-src': [source, "'wasm-unsafe-eval'"] };
  if (['react', 'vue', 'svelte'].includes(door)) return { 'script-src': ["'self'", "'wasm-unsafe-eval'"] };
  return { 'script-src': [source, "'wasm-unsafe-eval'"], 'connect-src': [source] };
}

/** The policy as its lines. */
export function policyLines(configuration) {
  return Object.entries(policy(configuration)).map(([directive, sources]) => `${directive} ${sources.join(' ')};`);
}
