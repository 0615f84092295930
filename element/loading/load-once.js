// Files are loaded once for all elements on a page.

/** What was loaded or is on its way, by its file: one download and one compilation serve every element. */
const loads = new Map();

/** Loads a file, unless that was done before; a load that failed counts for nothing. */
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

/** Gives up downloads that don't end: who still waits for one is told, and the next start begins a new one. */
export function giveUpDownloads() {
  for (const [file, { isLoading, download }] of loads) {
    if (!isLoading) continue;
    loads.delete(file);
    download.abort();
  }
}
