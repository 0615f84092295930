// Served in the place of service-worker.js, this ends the installed page everywhere; see docs/installed.md.

import { clearCaches } from './caches.js';

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

worker.addEventListener('install', () => worker.skipWaiting());
// Open pages stay as they are; from their next load on they come from the network.
worker.addEventListener('activate', (event) => {
  const end = () => worker.registration.unregister();
  event.waitUntil(clearCaches(worker.registration.scope).then(end, end));
});
