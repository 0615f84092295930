// Module and texts from their own files beside the script.

import { Failure } from './failure.js';
import { HAND_OUT, WASM } from './wasm.js';
import { compileBytes, requireWasm } from './wasm-probe.js';

/** Every address asked for, in order; a bundle's own is not known. */
const REQUESTS = WASM.script ? [WASM.script] : [];

/** Downloads and compiles the module. */
async function compileWasm(file, signal) {
  await requireWasm();
  const response = await download(file, signal);
  // Browsers compile while it streams only what has this type and nothing beside it.
  return WebAssembly.compileStreaming && response.headers.get('content-type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : compileBytes(await response.arrayBuffer());
}

/** Downloads a file of text. */
async function readText(file, signal) {
  return (await download(file, signal)).text();
}

let handOutFailures = 0;

/** Loads the script that prints and draws. Browsers remember an address that failed: the next try has another. */
async function loadHandOut() {
  const address = HAND_OUT.url && HAND_OUT.url + (handOutFailures ? `?${handOutFailures}` : '');
  if (address && !REQUESTS.includes(address)) REQUESTS.push(address);
  try {
    return await HAND_OUT.load(address);
  } catch (error) {
    handOutFailures += 1;
    throw error;
  }
}

/** Downloads a file; its integrity value keeps any other out. */
async function download(file, signal) {
  if (!file.url) throw new Failure('not-found', 'a script from a blob: or data: address has no files beside it');
  let response;
  try {
    response = await ask(file, { __proto__: null, integrity: file.integrity, signal });
    if (!response.ok) throw new Failure('http', `status ${response.status}`);
  } catch {
    // Browsers don't say why a file failed its check; the second try looks at what comes instead.
    response = new Response(await checkedBytes(file, signal));
  }
  return response;
}

function ask({ url }, options) {
  REQUESTS.push(url);
  return fetch(url, options);
}

/** The second and last try, past every cache: the file's bytes, or the reason why they aren't. */
async function checkedBytes(file, signal) {
  const { url, integrity, length } = file;
  let response;
  let bytes;
  try {
    response = await ask(file, { __proto__: null, cache: 'reload', signal });
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw new Failure('network', `${url}: ${error.message}`);
  }
  if (!response.ok) {
    const isGone = response.status === 404 || response.status === 410;
    throw new Failure(isGone ? 'not-found' : 'http', `${url}: status ${response.status}`);
  }
  if (file === WASM && String.fromCharCode(...bytes.subarray(0, 4)) !== '\0asm') {
    throw new Failure('not-wasm', `${url}: not a WebAssembly file`);
  }
  if (bytes.length < length) {
    throw new Failure('truncated', `${url}: ${bytes.length} of ${length} bytes`);
  }
  if (await integrityOf(bytes) !== integrity) {
    throw new Failure('integrity', `${url}: not the file that belongs to this script`);
  }
  return bytes;
}

/** The bytes' integrity value; none where the page isn't served securely, and so can't compute one. */
async function integrityOf(bytes) {
  if (!globalThis.crypto?.subtle) return undefined;
  const digest = await crypto.subtle.digest('SHA-384', bytes);
  return `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

export { REQUESTS, compileWasm, loadHandOut, readText };
