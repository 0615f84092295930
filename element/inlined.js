// The module from inside the script: nothing is asked for.

import { WASM } from './wasm.js';
import { compileBytes, requireWasm } from './wasm-probe.js';

/** Every address asked for: the script itself, where it has one. */
const REQUESTS = WASM.script ? [WASM.script] : [];

async function compileWasm() {
  await requireWasm();
  const packed = Uint8Array.from(atob(WASM.base64), (char) => char.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream(WASM.packing));
  return compileBytes(await new Response(unpacked).arrayBuffer());
}

export { REQUESTS, compileWasm };
