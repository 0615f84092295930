// Served in the place of service-worker.js, this ends the installed page everywhere; see docs/installed.md.

import { clearCaches } from './caches.js';

self.addEventListener('install', () => self.skipWaiting());
// Open pages stay as they are; from their next load on they come from the network.
self.addEventListener('activate', (event) => {
  const end = () => self.registration.unregister();
  event.waitUntil(clearCaches(self.registration.scope).then(end, end));
});
