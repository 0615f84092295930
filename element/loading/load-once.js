/** Loads by file, finished or in progress: all elements on a page share one download and one compilation. */
const loads = new Map();

/** Loads a file unless it is loaded or loading; after a failure the next call tries again. */
export function loadOnce(file, load) {
  if (!loads.has(file)) {
    const download = new AbortController();
    const entry = { __proto__: null, isLoading: true, download, loaded: load(file, download.signal) };
    loads.set(file, entry);
    entry.loaded.then(
      () => { entry.isLoading = false; },
      () => { if (loads.get(file) === entry) loads.delete(file); },
    );
  }
  return loads.get(file).loaded;
}

/** Aborts all downloads in progress, which rejects their promises; the next start downloads again. */
export function giveUpDownloads() {
  for (const [file, { isLoading, download }] of loads) {
    if (!isLoading) continue;
    loads.delete(file);
    download.abort();
  }
}
