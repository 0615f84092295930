// Unpacks the files inside the script, without any request; replaces `fetched-files.js` in such scripts.

import { SCRIPT_ADDRESS } from '../../generated/files.js';
import { makeExport } from '../export/export.js';
import { compileBytes, requireWasm } from './webassembly.js';

export const REQUESTS = SCRIPT_ADDRESS ? [SCRIPT_ADDRESS] : [];

export async function compileWasm(file) {
  await requireWasm();
  return compileBytes(await unpacked(file).arrayBuffer());
}

export const readText = async (file) => unpacked(file).text();

export async function loadExportScript() {
  return { __proto__: null, makeExport };
}

function unpacked({ base64 }) {
  const packed = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')));
}
