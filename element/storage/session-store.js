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

/** Keeps a text, or deletes what was kept; what stands in the way, if anything does. */
function writeKept(key, text) {
  try {
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
    return '';
  } catch {
    return 'storage-failed';
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

/** The language and the session that a kept text holds. */
function parted(text) {
  const [, language = '', saved] = text.match(/^(?:([a-z]{2,3})\n)?(.*)$/s);
  return [language, saved];
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
  /** Whether the visitor wants the answers kept, and what was there when they were kept last. */
  #isKept = false;
  #known = '';
  /** What keeps them from being kept now, as a notice: storage that is full or closed, or what another page has kept. */
  #obstacle = '';
  #onChange;

  /** `onChange` is called when there is something else to say about keeping. */
  constructor(onChange) {
    this.#onChange = onChange;
  }

  /** Whether the answers are to be kept. */
  get isKept() {
    return this.#isKept;
  }

  /** What there is to say about the session; empty for nothing. */
  get notice() {
    if (this.#obstacle) return this.#obstacle;
    if (this.#fault) return this.#fault;
    if (this.#isRecovered) return 'recovered';
    return this.#isResumed ? 'resumed' : '';
  }

  /** Goes on from what was kept, unless there is a session already; the language chosen then, if there was one. */
  resume() {
    if (this.saved || this.#fault) return '';
    this.#known = readKept();
    [this.#language, this.saved] = parted(this.#known);
    this.#isResumed = this.#isKept = this.saved !== '';
    return this.#language;
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

  /** What was news on one page is none on the next; an obstacle stays one until it is over. */
  turnPage() {
    this.#isResumed = this.#isRecovered = false;
    this.#fault = '';
  }

  save(saved) {
    this.saved = saved;
    if (!this.#isKept) return;
    const there = readKept();
    // Neither page may lose what the other kept: the visitor says which of both it shall be.
    const isElsewhere = there && there !== this.#known;
    this.#meet(isElsewhere ? 'kept-elsewhere' : this.#write());
  }

  /** The visitor chose a language. */
  speak(language) {
    this.#language = language;
    this.save(this.saved);
  }

  #write() {
    const text = this.#language ? `${this.#language}\n${this.saved}` : this.saved;
    const obstacle = writeKept(KEY, text);
    if (!obstacle) this.#known = text;
    return obstacle;
  }

  /** Keeps the results by name from now on as this list says. */
  keepResults(list) {
    this.#meet(writeKept(RESULTS, list));
  }

  /** Keeps the answers from now on, whatever another page kept; or no longer. */
  keep(isWanted) {
    const obstacle = isWanted ? this.#write() : writeKept(KEY, '');
    // Once something is kept, it goes on being kept as soon as there is room again.
    this.#isKept = isWanted && !obstacle;
    this.#fault = '';
    this.#obstacle = obstacle;
    this.#onChange();
  }

  /** What another page kept, to go on with from now on. */
  takeOther() {
    this.#known = readKept();
    this.#obstacle = '';
    this.#onChange();
    return parted(this.#known)[1];
  }

  #meet(obstacle) {
    if (obstacle === this.#obstacle) return;
    this.#obstacle = obstacle;
    this.#onChange();
  }
}

export { Keeping, keptKeys, readKept, readResults };
