// Loads the files beside the script: module, texts, styles. Scripts with the files inside use `inlined-files.js`.

import { EXPORT_SCRIPT, SCRIPT_ADDRESS, WASM_FILE } from '../../generated/files.js';
import { Failure } from './failure.js';
import { compileBytes, requireWasm } from './webassembly.js';

/** Every address requested, in order; a bundle does not know its own. */
export const REQUESTS = SCRIPT_ADDRESS ? [SCRIPT_ADDRESS] : [];

export async function compileWasm(file, signal) {
  await requireWasm();
  const response = await download(file, signal);
  // Browsers compile a stream only if it has exactly this type.
  return WebAssembly.compileStreaming !== undefined && response.headers.get('content-type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : compileBytes(await response.arrayBuffer());
}

export const readText = async (file, signal) => (await download(file, signal)).text();

let failedLoads = 0;

/** Loads the export script. Browsers cache a failed import, so each retry uses a new address. */
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

async function download(file, signal) {
  if (!file.url) throw new Failure('not-found', 'a script from a blob: or data: address has no files beside it');
  let response;
  try {
    response = await ask(file, { __proto__: null, integrity: file.integrity, signal });
    if (!response.ok) throw new Failure('http', `status ${response.status}`);
  } catch {
    // Browsers don't say why a file failed its integrity check; the second try examines the bytes.
    response = new Response(await checkedBytes(file, signal));
  }
  return response;
}

function ask({ url }, options) {
  REQUESTS.push(url);
  return fetch(url, options);
}

/** The second and last try, past every cache: resolves with the file's bytes, or rejects with the reason. */
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

/** The bytes' integrity value; undefined if the host page has no secure context and so no `crypto.subtle`. */
async function integrityOf(bytes) {
  if (!globalThis.crypto?.subtle) return undefined;
  const digest = await crypto.subtle.digest('SHA-384', bytes);
  return `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
