// Served instead of service-worker.js, this uninstalls the page everywhere; see docs/installed.md.

import { clearCaches } from './caches.js';

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

worker.addEventListener('install', () => worker.skipWaiting());
// Open pages stay as they are; their next load comes from the network.
worker.addEventListener('activate', (event) => {
  const end = () => worker.registration.unregister();
  event.waitUntil(clearCaches(worker.registration.scope).then(end, end));
});
