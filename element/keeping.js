// What is kept on the visitor's device: two entries, written only once the visitor has asked for it.

/** The session under way, behind the language that the visitor chose; and the results kept by name. */
const KEY = 'b2b-b2c-profile';
const RESULTS = 'b2b-b2c-profile-results';

/** What was kept; empty where nothing was, or where storage is closed to this page. */
function readKept(key = KEY) {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** Keeps a text; false where storage is closed or full. */
function writeKept(key, text) {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** Deletes what was kept; false where storage is closed. */
function forgetKept(key) {
  try {
    localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/** The keys in use. */
function keptKeys() {
  return [KEY, RESULTS].filter((key) => readKept(key));
}

/** The results kept by name, as text. */
function readResults() {
  return readKept(RESULTS);
}

/** One element's session as text: what a runtime goes on from, and what is kept on the device if the visitor wants. */
class Keeping {
  saved = '';
  /** The language that the visitor chose; empty for none. */
  #language = '';
  /** What is wrong with what was kept. */
  #fault = '';
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
    if (this.#fault) return this.#fault;
    if (this.#isRecovered) return 'recovered';
    return this.#isResumed ? 'resumed' : '';
  }

  /** Goes on from what was kept, unless there is a session already; the language chosen then, if there was one. */
  resume() {
    if (this.saved || this.#fault) return '';
    [, this.#language, this.saved] = readKept().match(/^(?:([a-z]{2,3})\n)?(.*)$/s);
    this.#isResumed = this.#isKept = this.saved !== '';
    return this.#language ??= '';
  }

  /** What was kept is left alone, since this version can't read it. */
  reject(reason) {
    this.saved = '';
    this.#isResumed = this.#isKept = false;
    this.#fault = reason === 'malformed' ? 'kept-unreadable' : 'kept-newer';
  }

  recover() {
    this.#isRecovered = true;
  }

  /** What was news on one page is none on the next. */
  turnPage() {
    this.#isResumed = this.#isRecovered = false;
    this.#fault = '';
  }

  save(saved) {
    this.saved = saved;
    if (this.#isKept && !this.#write()) this.#note(false, true);
  }

  /** The visitor chose a language. */
  speak(language) {
    this.#language = language;
    this.save(this.saved);
  }

  #write() {
    return writeKept(KEY, this.#language ? `${this.#language}\n${this.saved}` : this.saved);
  }

  /** Keeps the results by name from now on as this list says. */
  keepResults(list) {
    const isDone = list ? writeKept(RESULTS, list) : forgetKept(RESULTS);
    this.#note(this.#isKept, !isDone);
  }

  keep(isWanted) {
    const isDone = isWanted ? this.#write() : forgetKept(KEY);
    this.#note(isWanted && isDone, !isDone);
  }

  #note(isKept, isStorageClosed) {
    this.#isKept = isKept;
    this.#isStorageClosed = isStorageClosed;
    this.#onChange();
  }
}

export { Keeping, keptKeys, readKept, readResults };
