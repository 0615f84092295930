import { Failure } from './failure.js';

/** The smallest valid module: magic number and version. */
const EMPTY_MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

let probe;

/** Rejects if the browser has no WebAssembly or the host page's policy forbids it. Checks once. */
export function requireWasm() {
  probe ??= findOut();
  return probe;
}

async function findOut() {
  if (typeof WebAssembly !== 'object') throw new Failure('no-wasm', 'this browser has no WebAssembly');
  try {
    // Instantiates as well, since in WebKit the policy blocks the instance, not the module.
    await WebAssembly.instantiate(EMPTY_MODULE);
  } catch {
    throw new Failure('blocked', "the page's policy has no 'wasm-unsafe-eval' in its script-src");
  }
}

export async function compileBytes(bytes) {
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    throw new Failure('incompatible', `this browser can't compile the module: ${error.message}`);
  }
}
