// A folder on this machine, served as a good server would: Brotli at its best, files that may be kept.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES = {
  css: 'text/css',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
};
/** Packed already. */
const NOT_PACKED = new Set(['png', 'woff2']);

/** A page that holds nothing, for the browser to come to rest on. */
export const BLANK = '/__blank';

/**
 * Serves a site on a port of its own, and so in a cache of its own.
 *
 * `log` has a line for each answer: path, kind, and bytes as they were sent.
 */
export async function serve(site) {
  const log = [];
  const files = new Map();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url.split(/[?#]/)[0]);
    if (path === BLANK) {
      response.writeHead(200, { 'content-type': TYPES.html });
      response.end('<!doctype html><link rel="icon" href="data:,">');
      return;
    }
    if (!files.has(path)) files.set(path, read(site, path));
    const file = files.get(path);
    // Some browsers ask for this by themselves.
    if (path !== '/favicon.ico') log.push({ path, kind: file?.kind ?? 'missing', bytes: file?.body.length ?? 0 });
    if (!file) {
      response.writeHead(404);
      response.end();
      return;
    }
    response.writeHead(200, file.headers);
    response.end(file.body);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin, log, close };
}

function read(site, path) {
  const raw = site.html && path === site.entry ? Buffer.from(site.html) : bytesOf(site.folder, path);
  if (!raw) return undefined;
  const kind = extname(path).slice(1).toLowerCase() || 'html';
  const packed = NOT_PACKED.has(kind) ? raw : brotli(raw);
  const isPacked = packed.length < raw.length;
  const body = isPacked ? packed : raw;
  const headers = {
    'content-type': TYPES[kind] ?? 'application/octet-stream',
    'content-length': body.length,
    'cache-control': 'public, max-age=3600',
    ...(isPacked && { 'content-encoding': 'br' }),
  };
  return { kind, body, headers };
}

function bytesOf(folder, path) {
  let file = join(folder, path);
  if (!file.startsWith(folder)) return undefined;
  if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
  return existsSync(file) ? readFileSync(file) : undefined;
}

/** Packed as a server can do it once. */
export function brotli(raw) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length };
  return brotliCompressSync(raw, { params });
}
