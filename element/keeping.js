// What is kept on the visitor's device: one entry, written only once the visitor has asked for it.

const KEY = 'b2b-b2c-profile';

/** What was kept; empty where nothing was, or where storage is closed to this page. */
function readKept() {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** Keeps a session's text; false where storage is closed or full. */
function writeKept(saved) {
  try {
    localStorage.setItem(KEY, saved);
    return true;
  } catch {
    return false;
  }
}

/** Deletes what was kept; false where storage is closed. */
function forgetKept() {
  try {
    localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}

/** The keys in use. */
function keptKeys() {
  return readKept() ? [KEY] : [];
}

export { forgetKept, keptKeys, readKept, writeKept };
