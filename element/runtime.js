import { createRuntime } from './built.js';
import { compileWasm } from './source.js';

/** @type {Promise<WebAssembly.Module> | undefined} One download and one compilation serve every element. */
let compiled;
/** Ends the download. */
let download;

/**
 * Starts a runtime of its own for one element, so that a fault in one never reaches another.
 *
 * `onCrash` is called once if the runtime panics; from then on all its functions do nothing. Rejects when the module
 * can't be loaded, compiled or started; a later call tries again.
 */
async function startRuntime(onCrash) {
  if (!compiled) {
    download = new AbortController();
    compiled = compileWasm(download.signal);
  }
  const awaited = compiled;
  try {
    const runtime = createRuntime((exports) => guarded(exports, onCrash));
    await runtime({ module_or_path: await awaited });
    return runtime;
  } catch (error) {
    if (compiled === awaited) compiled = undefined;
    throw error;
  }
}

/** Gives up a download that doesn't end: who still waits for it is told, and the next start begins a new one. */
function giveUpDownload() {
  compiled = undefined;
  download?.abort();
}

/** What a dead runtime's functions return: as a pair, it is an empty text and no error. */
const NOTHING = Object.freeze([0, 0]);

/**
 * The exports of an instance, whose functions never throw into the page.
 *
 * A panic leaves the instance in the middle of something. So the first one ends it: it unwinds to the outermost call,
 * and every later call, from listeners still on the page too, does nothing.
 */
function guarded(exports, onCrash) {
  let isDead = false;
  let depth = 0;
  const guard = (call) => (...values) => {
    if (isDead) return NOTHING;
    depth += 1;
    try {
      return call(...values);
    } catch (error) {
      isDead = true;
      if (depth > 1) throw error;
      onCrash(error);
      return NOTHING;
    } finally {
      depth -= 1;
    }
  };
  const safe = { __proto__: null };
  for (const [name, value] of Object.entries(exports)) {
    safe[name] = typeof value === 'function' ? guard(value) : value;
  }
  return safe;
}

export { giveUpDownload, startRuntime };
