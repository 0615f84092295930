// The browser's storage: two entries, written only once the visitor has asked for it.

/** The session under way, and the results under names. */
const SESSION = 'b2b-b2c-profile';
const NAMED_RESULTS = 'b2b-b2c-profile-results';

/** What an entry holds; empty where there is none, or where storage is closed to the host page. */
function read(key) {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** Writes an entry, or deletes it where there is no text; returns what stands in the way, if anything does. */
function write(key, text) {
  try {
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
    return '';
  } catch {
    return 'storage-failed';
  }
}

export const readSession = () => read(SESSION);
export const writeSession = (text) => write(SESSION, text);
export const readNamedResults = () => read(NAMED_RESULTS);
export const writeNamedResults = (text) => write(NAMED_RESULTS, text);

/** The names of the entries that there are. */
export const usedKeys = () => [SESSION, NAMED_RESULTS].filter(read);
