import { STYLES_FILE, TEXT_FILES, WASM_FILE } from '../../generated/files.js';
import { createRuntime } from '../../generated/glue.js';
import { Failure } from './failure.js';
import { compileWasm, readText } from './fetched-files.js';
import { loadOnce } from './load-once.js';

/** The style sheet of the pages after the first ones; undefined until it is loaded. */
export let laterSheet;

/**
 * Starts a separate runtime for one element, so that a panic in one never affects another.
 *
 * Calls `onCrash` once if the runtime panics; from then on all its functions are no-ops. Rejects if the module, the
 * styles or the texts of the language can't be loaded, compiled or started; a later call tries again.
 */
export async function startRuntime(language, onCrash) {
  const files = [[WASM_FILE, compileWasm], [STYLES_FILE, readText], [TEXT_FILES[language], readText]];
  const [module, styles] = await Promise.all(files.map(([file, load]) => loadOnce(file, load)));
  laterSheet = styles;
  const runtime = createRuntime((exports) => guarded(exports, onCrash));
  await runtime(module);
  await nextTask();
  await addTexts(runtime, language);
  await nextTask();
  return runtime;
}

/** @type {Promise<void> | undefined} */
let turn;

/**
 * Yields to the browser: on a slow phone, a start in one task would block taps for too long. All elements that start
 * share the next task, so that they are laid out together.
 */
export function nextTask() {
  turn ??= new Promise((resolve) => {
    setTimeout(() => {
      turn = undefined;
      resolve();
    });
  });
  return turn;
}

/** Loads the texts of one more language into a runtime. */
export async function addTexts(runtime, language) {
  const texts = await loadOnce(TEXT_FILES[language], readText);
  if (!runtime.add_texts(texts)) throw new Failure('incompatible', `not the texts of this version: ${language}`);
}

/** What a dead runtime's functions return; read as a pair, it is an empty text and no error. */
const NOTHING = Object.freeze([0, 0]);

/**
 * Wraps an instance's exports so that they never throw into the host page.
 *
 * A panic leaves the instance in an inconsistent state, so the first one ends it: it unwinds to the outermost call, and
 * every later call, such as from a remaining event listener, is a no-op.
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
