import { createRuntime } from './built.js';
import { Failure } from './failure.js';
import { textsFile } from './language.js';
import { compileWasm, readTexts } from './source.js';
import { LATER, WASM } from './wasm.js';

/** What was loaded or is on its way, by its file: one download and one compilation serve every element. */
const loads = new Map();

/** Loads a file, unless that was done before; a load that failed counts for nothing. */
function once(file, load) {
  if (!loads.has(file)) {
    const download = new AbortController();
    const entry = { __proto__: null, download, loaded: load(file, download.signal) };
    loads.set(file, entry);
    entry.loaded.then(
      () => { entry.download = undefined; },
      () => { if (loads.get(file) === entry) loads.delete(file); },
    );
  }
  return loads.get(file).loaded;
}

/** Gives up downloads that don't end: who still waits for one is told, and the next start begins a new one. */
function giveUpDownloads() {
  for (const [file, { download }] of loads) {
    if (!download) continue;
    loads.delete(file);
    download.abort();
  }
}

/** What each runtime's instance exports, unguarded; and the runtimes that have the second part. */
const instances = new WeakMap();
const whole = new WeakSet();

/**
 * Starts a runtime of its own for one element, so that a fault in one never reaches another.
 *
 * `onCrash` is called once if the runtime panics; from then on all its functions do nothing. Rejects when the module
 * or the texts of the language can't be loaded, compiled or started; a later call tries again.
 */
async function startRuntime(language, onCrash) {
  const texts = once(textsFile(language), readTexts);
  const [module] = await Promise.all([once(WASM, compileWasm), texts]);
  const runtime = createRuntime((exports) => {
    instances.set(runtime, exports);
    return guarded(exports, onCrash);
  });
  await runtime(module);
  await addTexts(runtime, language);
  return runtime;
}

/** Begins to load the second part of the program, what only a result needs. */
function loadLaterPart() {
  return once(LATER, compileWasm);
}

/** Gives a runtime the second part, unless it has it; rejects when that can't be had. */
async function addLaterPart(runtime) {
  const module = await loadLaterPart();
  if (whole.has(runtime)) return;
  await WebAssembly.instantiate(module, { __proto__: null, a: instances.get(runtime) });
  whole.add(runtime);
}

/** Whether a runtime has the second part. */
function isWhole(runtime) {
  return whole.has(runtime);
}

/** Gives a runtime the texts of one more language; rejects when they can't be had. */
async function addTexts(runtime, language) {
  const texts = await once(textsFile(language), readTexts);
  if (!runtime.add_texts(texts)) throw new Failure('incompatible', `not the texts of this version: ${language}`);
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

export { addLaterPart, addTexts, giveUpDownloads, isWhole, loadLaterPart, startRuntime };
