// Files from beside the script: the module, texts and styles. `inlined-files.js` takes its place where they are inside.

import { EXPORT_SCRIPT, SCRIPT_ADDRESS, WASM_FILE } from '../../generated/files.js';
import { Failure } from './failure.js';
import { compileBytes, requireWasm } from './webassembly.js';

/** Every address requested, in order; a bundle's own is not known. */
export const REQUESTS = SCRIPT_ADDRESS ? [SCRIPT_ADDRESS] : [];

/** Downloads and compiles the module. */
export async function compileWasm(file, signal) {
  await requireWasm();
  const response = await download(file, signal);
  // Browsers compile while it streams only what has this type and nothing beside it.
  return WebAssembly.compileStreaming !== undefined && response.headers.get('content-type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : compileBytes(await response.arrayBuffer());
}

/** Downloads a file of text. */
export const readText = async (file, signal) => (await download(file, signal)).text();

let failedLoads = 0;

/** Loads the script that prints and draws. Browsers remember an address that failed: the next try has another. */
export async function loadExportScript() {
  const address = EXPORT_SCRIPT.url && EXPORT_SCRIPT.url + (failedLoads ? `?${failedLoads}` : '');
  if (address && !REQUESTS.includes(address)) REQUESTS.push(address);
  try {
    return await EXPORT_SCRIPT.load(address);
  } catch (error) {
    failedLoads += 1;
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
  if (file === WASM_FILE && String.fromCharCode(...bytes.subarray(0, 4)) !== '\0asm') {
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

/** The bytes' integrity value; none where the host page isn't served securely, and so can't compute one. */
async function integrityOf(bytes) {
  if (!globalThis.crypto?.subtle) return undefined;
  const digest = await crypto.subtle.digest('SHA-384', bytes);
  return `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
