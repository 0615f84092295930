// An element's session as text, kept in the browser's storage if the visitor wants that.

import { readSession, writeNamedResults, writeSession } from './browser-storage.js';

/** The language that the visitor chose, and the session, of a stored text. */
function parse(text) {
  const [, language = '', saved] = text.match(/^(?:([a-z]{2,3})\n)?(.*)$/s);
  return [language, saved];
}

/** One element's session: what a runtime goes on from, and what is kept on the device. */
export class SessionStore {
  saved = '';
  /** The language that the visitor chose; empty for none. */
  #language = '';
  /** What is wrong with what was kept. */
  #fault = '';
  /** Whether the session was there at an earlier visit, and whether it has come through a panic. */
  #isResumed = false;
  #isRecovered = false;
  /** Whether the visitor wants the answers kept, and what was stored when this element last looked. */
  isKept = false;
  #known = '';
  /** What prevents that now, as a notice: storage that is full or closed, or what another tab has stored. */
  #obstacle = '';
  #onChange;

  /** `onChange` is called when there is something else to say about that. */
  constructor(onChange) { this.#onChange = onChange; }

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
    this.#known = readSession();
    [this.#language, this.saved] = parse(this.#known);
    this.#isResumed = this.isKept = this.saved !== '';
    return this.#language;
  }

  /** What was kept is left alone, since this version can't read it. */
  reject(reason) {
    this.saved = '';
    this.#isResumed = this.isKept = false;
    this.#fault = reason === 'malformed' ? 'kept-unreadable' : 'kept-newer';
  }

  recover() { this.#isRecovered = true; }

  /** What was news on one page is none on the next; an obstacle stays one until it is over. */
  turnPage() {
    this.#isResumed = this.#isRecovered = false;
    this.#fault = '';
  }

  save(saved) {
    this.saved = saved;
    if (!this.isKept) return;
    const there = readSession();
    // Neither tab may lose what the other kept: the visitor says which of both it shall be.
    const isElsewhere = there && there !== this.#known;
    this.#meet(isElsewhere ? 'kept-elsewhere' : this.#write());
  }

  /** The visitor chose a language. */
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

  /** Stores the list of named results. */
  writeNamedResults(list) { this.#meet(writeNamedResults(list)); }

  /** Keeps the answers from now on, whatever another tab kept; or no longer. */
  keep(isWanted) {
    const obstacle = isWanted ? this.#write() : writeSession('');
    // Once something is kept, it goes on being kept as soon as there is room again.
    this.isKept = isWanted && !obstacle;
    this.#fault = '';
    this.#obstacle = obstacle;
    this.#onChange();
  }

  /** What another tab kept, to go on with from now on. */
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
