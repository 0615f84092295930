import { FRAMES } from './configuration.js';

/**
 * The sources that a content security policy must allow for a door, by directive.
 *
 * No `style-src`, since the widget's style sheets are constructed; links and analytics are up to the host page.
 */
function policy({ door, base }) {
  const source = base.startsWith('/') ? "'self'" : base;
  if (door === 'wordpress-frame') return { 'frame-src': [source] };
  if (FRAMES.includes(door)) return { 'frame-src': [source], 'script-src': [source] };
  // These contain the wasm, so nothing else is fetched.
  if (door === 'classic') return { 'script-src': [source, "'wasm-unsafe-eval'"] };
  if (['react', 'vue', 'svelte'].includes(door)) return { 'script-src': ["'self'", "'wasm-unsafe-eval'"] };
  return { 'script-src': [source, "'wasm-unsafe-eval'"], 'connect-src': [source] };
}

/** The policy, one line for each directive. */
export function policyLines(configuration) {
  return Object.entries(policy(configuration)).map(([directive, sources]) => `${directive} ${sources.join(' ')};`);
}
