import { readSession, writeNamedResults, writeSession } from './browser-storage.js';

/** The visitor's chosen language and the saved session in a stored text. */
function parse(text) {
  const [, language = '', saved] = text.match(/^(?:([a-z]{2,3})\n)?(.*)$/s);
  return [language, saved];
}

/** One element's saved session, which a runtime resumes, and which is stored if the visitor wants that. */
export class SessionStore {
  saved = '';
  /** The language that the visitor chose; empty for none. */
  #language = '';
  /** Why the kept answers can't be read, as a notice. */
  #fault = '';
  #isResumed = false;
  #isRecovered = false;
  /** Whether the visitor wants the answers kept. */
  isKept = false;
  /** The stored text when this element last read or wrote it. */
  #known = '';
  /** Why the answers are not stored now, as a notice: storage full or blocked, or answers kept in another tab. */
  #obstacle = '';
  #onChange;

  /** `onChange` is called when the notice may have changed. */
  constructor(onChange) { this.#onChange = onChange; }

  /** The notice to show about the session; empty for none. */
  get notice() {
    return this.#obstacle || this.#fault || (this.#isRecovered && 'recovered') || (this.#isResumed ? 'resumed' : '');
  }

  /** Resumes the kept answers unless there is a session; returns the language chosen with them, or ''. */
  resume() {
    if (this.saved || this.#fault) return '';
    this.#known = readSession();
    [this.#language, this.saved] = parse(this.#known);
    this.#isResumed = this.isKept = this.saved !== '';
    return this.#language;
  }

  /** Called when this version can't read the kept answers; they are left alone. */
  reject(reason) {
    this.saved = '';
    this.#isResumed = this.isKept = false;
    this.#fault = reason === 'malformed' ? 'kept-unreadable' : 'kept-newer';
  }

  recover() { this.#isRecovered = true; }

  /** Clears all notices that belong to one page; an obstacle remains until it is resolved. */
  turnPage() {
    this.#isResumed = this.#isRecovered = false;
    this.#fault = '';
  }

  save(saved) {
    this.saved = saved;
    if (!this.isKept) return;
    const there = readSession();
    // If another tab has kept answers, the visitor decides which to keep.
    const isElsewhere = there && there !== this.#known;
    this.#meet(isElsewhere ? 'kept-elsewhere' : this.#write());
  }

  setLanguage(language) {
    this.#language = language;
    this.save(this.saved);
  }

  #write() {
    const text = this.#language ? `${this.#language}\n${this.saved}` : this.saved;
    const obstacle = writeSession(text);
    if (!obstacle) this.#known = text;
    return obstacle;
  }

  writeNamedResults(list) { this.#meet(writeNamedResults(list)); }

  /** Starts to keep the answers, overwriting those of another tab, or stops and deletes them. */
  keep(isWanted) {
    const obstacle = isWanted ? this.#write() : writeSession('');
    // Once kept, later answers are stored as soon as there is room again.
    this.isKept = isWanted && !obstacle;
    this.#fault = '';
    this.#obstacle = obstacle;
    this.#onChange();
  }

  /** Adopts the answers that another tab kept; returns their saved session. */
  takeOther() {
    this.#known = readSession();
    this.#obstacle = '';
    this.#onChange();
    return parse(this.#known)[1];
  }

  #meet(obstacle) {
    if (obstacle === this.#obstacle) return;
    this.#obstacle = obstacle;
    this.#onChange();
  }
}
