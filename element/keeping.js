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

/** One element's session as text: what a runtime goes on from, and what is kept on the device if the visitor wants. */
class Keeping {
  saved = '';
  /** Whether the session was there at an earlier visit, and whether it has come through a panic. */
  #isResumed = false;
  #isRecovered = false;
  #isKept = false;
  #isStorageClosed = false;
  #onChange;

  /** `onChange` is called when there is something else to say about keeping. */
  constructor(onChange) {
    this.#onChange = onChange;
  }

  /** Whether the answers are kept. */
  get isKept() {
    return this.#isKept;
  }

  /** What there is to say about the session; empty for nothing. */
  get notice() {
    if (this.#isStorageClosed) return 'storage-failed';
    if (this.#isRecovered) return 'recovered';
    return this.#isResumed ? 'resumed' : '';
  }

  /** Goes on from what was kept, unless there is a session already. */
  resume() {
    if (this.saved) return;
    this.saved = readKept();
    this.#isResumed = this.#isKept = this.saved !== '';
  }

  recover() {
    this.#isRecovered = true;
  }

  /** What was news on one page is none on the next. */
  turnPage() {
    this.#isResumed = this.#isRecovered = false;
  }

  save(saved) {
    this.saved = saved;
    if (this.#isKept && !writeKept(saved)) this.#note(false, true);
  }

  keep(isWanted) {
    const isDone = isWanted ? writeKept(this.saved) : forgetKept();
    this.#note(isWanted && isDone, !isDone);
  }

  #note(isKept, isStorageClosed) {
    this.#isKept = isKept;
    this.#isStorageClosed = isStorageClosed;
    this.#onChange();
  }
}

export { Keeping, keptKeys, readKept };
