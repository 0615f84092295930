// Serves the landing page offline. The landing page registers this when the visitor asks for it.

import { PRECACHE, VERSION } from '../generated/precache.js';
import { cachesOf, clearCaches } from './caches.js';

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const SCOPE = worker.registration.scope;
const CACHE = cachesOf(SCOPE) + VERSION;
const ADDRESSES = new Set(PRECACHE.map(([path]) => new URL(path, SCOPE).href));

/** Fetches every file into this version's cache; if one fails, deletes the cache, and the old version stays. */
async function fill() {
  // A new worker with the same files shares the cache of the active one.
  const isShared = await caches.has(CACHE);
  try {
    const cache = await caches.open(CACHE);
    await Promise.all(PRECACHE.map((entry) => store(cache, ...entry)));
  } catch (error) {
    if (!isShared) await caches.delete(CACHE);
    throw error;
  }
}

async function store(cache, path, integrity) {
  const address = new URL(path, SCOPE).href;
  const response = await fetch(address, { cache: 'reload', integrity });
  if (!response.ok) throw new Error(`file not stored: ${response.status} for ${address}`);
  // A redirected response is not allowed as the answer to a navigation.
  const { status, headers } = response;
  await cache.put(address, response.redirected ? new Response(await response.blob(), { status, headers }) : response);
}

/** The address under which the response to a request is stored; undefined if it is not. */
function storedAddress(request) {
  const address = new URL(request.url);
  address.hash = '';
  // A page's query only concerns its scripts; a file with a query is another file.
  if (request.mode === 'navigate' || address.pathname.endsWith('.html')) address.search = '';
  if (address.pathname.endsWith('/')) address.pathname += 'index.html';
  return ADDRESSES.has(address.href) ? address.href : undefined;
}

async function fromCache(address, request) {
  // The cache may have been deleted; `caches.open` would create an empty one.
  return (await caches.match(address, { cacheName: CACHE })) ?? fetch(request);
}

/** The language page in the deepest folder that contains an address. */
function nearestPage(address) {
  const pages = [...ADDRESSES].filter((page) => page.endsWith('/index.html'));
  const around = pages.filter((page) => `${address}/`.startsWith(page.slice(0, -'index.html'.length)));
  return around.sort((one, other) => other.length - one.length)[0];
}

async function fromNetwork(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const page = nearestPage(request.url.split(/[?#]/)[0]);
    const response = page && (await caches.match(page, { cacheName: CACHE }));
    if (!response) throw error;
    // The page's relative addresses only work at its own address.
    return Response.redirect(page);
  }
}

worker.addEventListener('install', (event) => event.waitUntil(fill()));
worker.addEventListener('activate', (event) => event.waitUntil(clearCaches(SCOPE, CACHE)));
worker.addEventListener('message', (event) => {
  // Never without the visitor's request: open pages may hold answers.
  if (event.data === 'activate') worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const address = storedAddress(request);
  if (address) event.respondWith(fromCache(address, request));
  else if (request.mode === 'navigate') event.respondWith(fromNetwork(request));
});
