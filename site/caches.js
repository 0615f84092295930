// The installed page's caches. Other sites' folders on the same host have caches too: the names hold the scope.

/** What the names of all caches of the site at a scope begin with. */
export const cachesOf = (scope) => `b2b-b2c-profile ${scope} `;

/** Deletes the caches of the site at a scope, but for one. */
export async function clearCaches(scope, spared) {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(cachesOf(scope)) && name !== spared);
  await Promise.all(old.map((name) => caches.delete(name)));
}
