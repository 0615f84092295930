// The first pages, served before the widget is there: they can be read and answered, and it takes over what was done.

import { MOST_LOSSES } from '../shadow-root/place.js';

/** A number key's box: 1 to 5 on the scale, 0 beside it. */
const KEYS = /^(?:Digit|Numpad)?([0-5])$/;

/** The number that a key says, or else the one at its place on the keyboard; none for keys that write nothing. */
function numberOf({ key, code }) {
  const says = /^\D$/u.test(key) ? code : key;
  return KEYS.exec(says)?.[1];
}

/** The first pages at their place. Their state is the page's own: which page stands there, and which box is chosen. */
export class FirstPages {
  #place;
  /** The pages by name, made when they are first needed, and all that stands in them, whatever others do to it. */
  #pages = { __proto__: null };
  #parts = { __proto__: null };
  #make;
  #name;
  #first;
  /** The button that only the widget can follow. */
  #pressed;
  /** What is said about a widget that doesn't come. */
  #notice;
  #end = new AbortController();
  #losses = 0;
  /** What was done before the pages began anew. */
  #before = [];
  #watch = new MutationObserver((records) => this.#onTouch(records));
  #isPointerDown = false;
  #released = [];

  /**
   * Serves the page that stands in `place`, and from there the others: `make` makes them by name. `key` says what the
   * pages were made for.
   */
  constructor(place, name, make, key) {
    this.#place = place;
    this.#first = name;
    this.#name = name;
    this.key = key;
    this.#make = make;
    this.#take(name, place.firstElementChild);
    place.firstPages?.end();
    this.#listen(place, 'click', (event) => this.#onClick(event));
    this.#listen(place, 'keydown', (event) => this.#onKey(event));
    this.#listen(place, 'pointerdown', () => { this.#isPointerDown = true; });
    // Wherever the pointer is by then.
    this.#listen(window, 'pointerup', () => this.#onRelease());
    this.#listen(window, 'pointercancel', () => this.#onRelease());
    this.#watch.observe(place, { __proto__: null, childList: true, subtree: true });
  }

  #take(name, page) {
    this.#pages[name] = page;
    this.#parts[name] = [...page.querySelectorAll('*')];
  }

  /** The boxes of one page, or of all. */
  #boxes(name) {
    const parts = name ? this.#parts[name] ?? [] : Object.values(this.#parts).flat();
    return parts.filter((part) => part.matches('input'));
  }

  /** The value of the box that is chosen on a page; empty where none is. */
  #chosen(name) {
    return this.#boxes(name).find(({ type, checked }) => type === 'radio' && checked)?.value ?? '';
  }

  /** Others may have taken away what stands there: then the page is made anew, with what was done on it. */
  #onTouch(records) {
    const name = this.#name;
    const page = this.#pages[name];
    const isThere = (part) => page.contains(part);
    const isEmptied = ({ target, removedNodes }) => removedNodes.length && isThere(target) && !target.textContent;
    if (page.parentNode === this.#place && this.#parts[name].every(isThere) && !records.some(isEmptied)) return;
    if (this.#losses === MOST_LOSSES) return;
    this.#losses += 1;
    this.#begin(this.done, this.isKept);
  }

  /** Begins anew; what was done before can still be had back from the widget. */
  restart() {
    this.#before = [this.done];
    this.#begin('', this.isKept);
  }

  #begin(done, isKept) {
    const before = this.#before;
    this.#pages = { __proto__: null };
    this.#parts = { __proto__: null };
    this.#pressed = undefined;
    this.#show(this.#first);
    this.replay(done, isKept);
    this.#before = before;
  }

  #listen(target, name, listener) {
    target.addEventListener(name, listener, { __proto__: null, signal: this.#end.signal });
  }

  /** Serves no longer. */
  end() {
    this.#end.abort();
    this.#watch.disconnect();
    this.#onRelease();
  }

  /**
   * What was done so far, a line each: the opener's answer, the page, the first answer, the button that waits; the same
   * before that for each new beginning.
   */
  get done() {
    const answer = this.#chosen(this.#first === 'intro' ? 'question' : 'opening');
    return [...this.#before, this.#chosen('intro'), this.#name, answer, this.#pressed ?? ''].join('\n');
  }

  /** Whether the visitor has done anything that would be missed. */
  get isTouched() { return this.#name !== this.#first || this.#boxes().some(({ checked }) => checked); }

  /** Says on the page that the widget doesn't come; with no notice, that it is awaited again. */
  showNotice(notice) {
    const waiting = this.#place.querySelector('[aria-busy]');
    // Focus that was on the words goes to what is awaited.
    const hadFocus = this.#notice?.contains(this.#place.getRootNode().activeElement);
    this.#notice?.remove();
    this.#notice = notice;
    waiting?.setAttribute('aria-busy', String(!notice));
    if (hadFocus) (waiting ?? this.#place.querySelector('.bp-heading'))?.focus();
    this.#placeNotice();
    // That was no one else's doing.
    this.#watch.takeRecords();
  }

  /** Puts the words where they are seen: by the button that waits, else on top. */
  #placeNotice() {
    if (!this.#notice) return;
    const actions = this.#place.querySelector('[aria-busy]')?.closest('.bp-actions');
    if (actions) actions.before(this.#notice);
    else this.#place.querySelector('.bp-status')?.append(this.#notice);
  }

  /** Whether a button waits for the widget. */
  get isWaiting() { return Boolean(this.#pressed); }

  /** Whether the answers are to be kept on the device. */
  get isKept() { return this.#boxes().some(({ type, checked }) => type === 'checkbox' && checked); }

  /** Does again what was done on other pages, such as those in another language. */
  replay(done, isKept) {
    const lines = done.split('\n');
    const [opener, page, answer, pressed] = lines.splice(-4);
    this.#before = lines;
    const hasIntro = this.#first === 'intro';
    this.#choose('intro', opener);
    if (hasIntro && answer) this.#show('question');
    this.#choose(hasIntro ? 'question' : 'opening', answer);
    this.#boxes().filter(({ type }) => type === 'checkbox').forEach((box) => { box.checked = isKept; });
    if (hasIntro) this.#show(page === 'question' ? 'question' : 'intro');
    const button = pressed && this.#place.querySelector(`.bp-${pressed}`);
    if (button) this.#wait(button);
  }

  /** Goes on once no click is under way that a change of the page would swallow. @returns {Promise<void>} */
  settled() {
    return new Promise((resolve) => {
      if (this.#isPointerDown) this.#released.push(resolve);
      else resolve();
    });
  }

  #onRelease() {
    this.#isPointerDown = false;
    // The click comes after the release.
    setTimeout(() => this.#released.splice(0).forEach((resolve) => resolve()));
  }

  #onClick(event) {
    const button = event.target.closest?.('button');
    if (!button) return;
    event.preventDefault();
    // The second click of a double click may hit what the first one brought.
    if (event.detail > 1) return;
    if (button.matches('.bp-languages__button')) this.#place.getRootNode().host.lang = button.lang;
    else if (button.matches('.bp-button--back')) this.#turn('intro');
    else if (button.matches('.bp-start') && !this.#needsGroups()) this.#turn('question');
    else if (button.matches('.bp-start, .bp-next')) this.#wait(button);
  }

  /** Who sells to both kinds of customers is asked about each of them, and only the widget knows how. */
  #needsGroups() { return this.#chosen('intro') === 'opener-both'; }

  /** Marks a button as pressed: the widget follows it as soon as it is there. */
  #wait(button) {
    this.#pressed = button.matches('.bp-start') ? 'start' : 'next';
    button.setAttribute('aria-busy', String(!this.#notice));
    this.#placeNotice();
  }

  #turn(name) {
    this.#pressed = undefined;
    this.#place.querySelector('[aria-busy]')?.removeAttribute('aria-busy');
    this.#losses = 0;
    this.#show(name);
    this.#place.querySelector('.bp-heading')?.focus();
  }

  #show(name) {
    this.#name = name;
    if (!this.#pages[name]) this.#take(name, this.#make(name));
    this.#place.textContent = '';
    this.#place.append(this.#pages[name]);
    this.#placeNotice();
  }

  #choose(name, value) {
    const box = value && this.#boxes(name).find((one) => one.value === value);
    if (box) box.checked = true;
  }

  #onKey(event) {
    const scale = event.target.closest?.('.bp-question__group');
    const number = numberOf(event);
    if (!scale || !number || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.getModifierState('AltGraph')) return;
    const box = scale.querySelector(`input[value="${number}"]`);
    // Some browsers search the page at such a key.
    event.preventDefault();
    box?.focus();
    box?.click();
  }
}
