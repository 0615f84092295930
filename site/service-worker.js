// The landing page without internet. Only the landing page registers this, once the visitor asks for it.

import { PRECACHE, VERSION } from '../generated/precache.js';
import { cachesOf, clearCaches } from './caches.js';

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const SCOPE = worker.registration.scope;
const CACHE = cachesOf(SCOPE) + VERSION;
const ADDRESSES = new Set(PRECACHE.map(([path]) => new URL(path, SCOPE).href));

/** Fetches every file into a cache of this version; if one fails, all of them are given up and the old version stays. */
async function fill() {
  // A worker that differs in nothing else shares its cache with the one at work.
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
  // A page that came by a redirect may not answer for its own address.
  const { status, headers } = response;
  await cache.put(address, response.redirected ? new Response(await response.blob(), { status, headers }) : response);
}

/** The address under which a request's answer is stored, if it is. */
function storedAddress(request) {
  const address = new URL(request.url);
  address.hash = '';
  // A page's query is for its scripts; a file with a query is another file.
  if (request.mode === 'navigate' || address.pathname.endsWith('.html')) address.search = '';
  if (address.pathname.endsWith('/')) address.pathname += 'index.html';
  return ADDRESSES.has(address.href) ? address.href : undefined;
}

async function fromCache(address, request) {
  // The browser, or the visitor, may have thrown it away; to open the cache would make an empty one.
  return (await caches.match(address, { cacheName: CACHE })) ?? fetch(request);
}

/** The page of the language in whose folder an address lies; the deepest folder wins. */
function nearestPage(address) {
  const pages = [...ADDRESSES].filter((page) => page.endsWith('/index.html'));
  const folder = (page) => page.slice(0, -'/index.html'.length);
  const around = pages.filter((page) => `${address}/`.startsWith(`${folder(page)}/`));
  return around.sort((one, other) => other.length - one.length)[0];
}

async function fromNetwork(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const page = nearestPage(request.url.split(/[?#]/)[0]);
    const response = page && (await caches.match(page, { cacheName: CACHE }));
    if (!response) throw error;
    // Its relative addresses are right at its own place only.
    return Response.redirect(page);
  }
}

worker.addEventListener('install', (event) => event.waitUntil(fill()));
worker.addEventListener('activate', (event) => event.waitUntil(clearCaches(SCOPE, CACHE)));
worker.addEventListener('message', (event) => {
  // Never by itself: the pages that are open hold answers.
  if (event.data === 'activate') worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const address = storedAddress(request);
  if (address) event.respondWith(fromCache(address, request));
  else if (request.mode === 'navigate') event.respondWith(fromNetwork(request));
});
