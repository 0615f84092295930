// The module from its own file beside the script.

import { Failure } from './failure.js';
import { WASM } from './wasm.js';
import { compileBytes, requireWasm } from './wasm-probe.js';

/** Every address asked for, in order; a bundle's own is not known. */
const REQUESTS = WASM.script ? [WASM.script] : [];

/** Downloads and compiles the module; the integrity value keeps any other file out. */
async function compileWasm(signal) {
  await requireWasm();
  let response;
  try {
    response = await ask({ __proto__: null, integrity: WASM.integrity, signal });
    if (!response.ok) throw new Failure('http', `status ${response.status}`);
  } catch {
    // Browsers don't say why a file failed its check; the second try looks at what comes instead.
    return compileBytes(await checkedBytes(signal));
  }
  // A server that doesn't know the type of .wasm files rules out compiling while it streams.
  return response.headers.get('content-type')?.startsWith('application/wasm')
    ? WebAssembly.compileStreaming(response)
    : compileBytes(await response.arrayBuffer());
}

function ask(options) {
  REQUESTS.push(WASM.url);
  return fetch(WASM.url, options);
}

/** The second and last try, past every cache: the module's bytes, or the reason why they aren't. */
async function checkedBytes(signal) {
  let response;
  let bytes;
  try {
    response = await ask({ __proto__: null, cache: 'reload', signal });
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw new Failure('network', `${WASM.url}: ${error.message}`);
  }
  if (!response.ok) {
    const isGone = response.status === 404 || response.status === 410;
    throw new Failure(isGone ? 'not-found' : 'http', `${WASM.url}: status ${response.status}`);
  }
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== '\0asm') {
    throw new Failure('not-wasm', `${WASM.url}: not a WebAssembly file`);
  }
  if (bytes.length < WASM.length) {
    throw new Failure('truncated', `${WASM.url}: ${bytes.length} of ${WASM.length} bytes`);
  }
  if (await integrityOf(bytes) !== WASM.integrity) {
    throw new Failure('integrity', `${WASM.url}: not the file that belongs to this script`);
  }
  return bytes;
}

/** The bytes' integrity value; none where the page isn't served securely, and so can't compute one. */
async function integrityOf(bytes) {
  if (!globalThis.crypto?.subtle) return undefined;
  const digest = await crypto.subtle.digest('SHA-384', bytes);
  return `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

export { REQUESTS, compileWasm };
