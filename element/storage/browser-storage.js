// The browser's storage: two entries, written only after the visitor has asked for it.

const SESSION = 'b2b-b2c-profile';
const NAMED_RESULTS = 'b2b-b2c-profile-results';

/** An entry's text; empty if there is none or the host page may not use storage. */
function read(key) {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** Writes an entry, or deletes it if the text is empty; returns the notice to show if that fails, else ''. */
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

/** The names of the entries that have text. */
export const usedKeys = () => [SESSION, NAMED_RESULTS].filter(read);
