// One runtime of the engine: started, given texts, and ended by its first panic.

import { STYLES_FILE, TEXT_FILES, WASM_FILE } from '../../generated/files.js';
import { createRuntime } from '../../generated/glue.js';
import { Failure } from './failure.js';
import { compileWasm, readText } from './fetched-files.js';
import { loadOnce } from './load-once.js';

/** The style sheet of the pages after the first ones; undefined until it has come. */
export let laterSheet;

/**
 * Starts a runtime of its own for one element, so that a fault in one never reaches another.
 *
 * `onCrash` is called once if the runtime panics; from then on all its functions do nothing. Rejects when the module,
 * the styles or the texts of the language can't be loaded, compiled or started; a later call tries again.
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
 * Lets the browser take in what waits: on a slow phone the parts of a start would block a tap for too long in one go.
 * All elements that start go on together, or each would be laid out by itself.
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

/** Gives a runtime the texts of one more language; rejects when they can't be had. */
export async function addTexts(runtime, language) {
  const texts = await loadOnce(TEXT_FILES[language], readText);
  if (!runtime.add_texts(texts)) throw new Failure('incompatible', `not the texts of this version: ${language}`);
}

/** What a dead runtime's functions return: as a pair, it is an empty text and no error. */
const NOTHING = Object.freeze([0, 0]);

/**
 * The exports of an instance, whose functions never throw into the host page.
 *
 * A panic leaves the instance in the middle of something. So the first one ends it: it unwinds to the outermost call,
 * and every later call, from listeners that are still there too, does nothing.
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
