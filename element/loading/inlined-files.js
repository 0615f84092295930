// Module and texts from inside the script: nothing is asked for.

import { handOut } from './hand-out.js';
import { WASM } from './wasm.js';
import { compileBytes, requireWasm } from './wasm-probe.js';

/** Every address asked for: the script itself, where it has one. */
const REQUESTS = WASM.script ? [WASM.script] : [];

async function compileWasm(file) {
  await requireWasm();
  return compileBytes(await unpacked(file).arrayBuffer());
}

async function readText(file) {
  return unpacked(file).text();
}

/** What prints and draws is here already. */
async function loadHandOut() {
  return { __proto__: null, handOut };
}

function unpacked({ base64 }) {
  const packed = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')));
}

export { REQUESTS, compileWasm, loadHandOut, readText };
