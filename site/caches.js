/** The prefix of the cache names of the site at a scope; other folders on the same host have caches of their own. */
export const cachesOf = (scope) => `b2b-b2c-profile ${scope} `;

/** Deletes the caches of the site at a scope, except `spared`. */
export async function clearCaches(scope, spared) {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(cachesOf(scope)) && name !== spared);
  await Promise.all(old.map((name) => caches.delete(name)));
}
