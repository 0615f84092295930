import { MOST_LOSSES } from '../shadow-root/place.js';

/** The number keys: 1 to 5 for the scale, 0 for “don't know”. */
const KEYS = /^(?:Digit|Numpad)?([0-5])$/;

/** The number that a key types, or else the one at its position on the keyboard. */
function numberOf({ key, code }) {
  const says = /^\D$/u.test(key) ? code : key;
  return KEYS.exec(says)?.[1];
}

/**
 * The first pages in their place, before the widget is loaded: they can be read and answered, and the widget takes over
 * their state, which is in the DOM: the page on show and the chosen boxes.
 */
export class FirstPages {
  #place;
  /** The pages by name, each created when it is first needed. */
  #pages = { __proto__: null };
  /** The original elements in each page, even if other scripts remove them. */
  #parts = { __proto__: null };
  #make;
  #name;
  #first;
  /** The button that was pressed and waits for the widget: `start` or `next`. */
  #pressed;
  /** The failure notice. */
  #notice;
  #end = new AbortController();
  #losses = 0;
  /** The lines of `done` from before each restart. */
  #before = [];
  #watch = new MutationObserver((records) => this.#onTouch(records));
  #isPointerDown = false;
  #released = [];

  /**
   * Serves the page in `place`, which has that `name`; `make` creates the others by name. `key` identifies the settings
   * that the pages were made with.
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
    // The pointer may have left the place by then.
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

  /** The value of the chosen box on a page; empty if there is none. */
  #chosen(name) {
    return this.#boxes(name).find(({ type, checked }) => type === 'radio' && checked)?.value ?? '';
  }

  /** Creates the page again, with its answers, if other scripts have removed parts of it. */
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

  /** Starts again; the widget can still undo that. */
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

  end() {
    this.#end.abort();
    this.#watch.disconnect();
    this.#onRelease();
  }

  /**
   * What the visitor has done, in four lines: the opener's answer, the page, the first answer, the button that waits.
   * The same four lines come before that for each restart.
   */
  get done() {
    const answer = this.#chosen(this.#first === 'intro' ? 'question' : 'opening');
    return [...this.#before, this.#chosen('intro'), this.#name, answer, this.#pressed ?? ''].join('\n');
  }

  /** Whether the visitor has done anything. */
  get isTouched() { return this.#name !== this.#first || this.#boxes().some(({ checked }) => checked); }

  /** Shows a notice that the widget failed; with undefined, removes it and waits again. */
  showNotice(notice) {
    const waiting = this.#place.querySelector('[aria-busy]');
    // Focus in the notice moves to the button that waits.
    const hadFocus = this.#notice?.contains(this.#place.getRootNode().activeElement);
    this.#notice?.remove();
    this.#notice = notice;
    waiting?.setAttribute('aria-busy', String(!notice));
    if (hadFocus) (waiting ?? this.#place.querySelector('.bp-heading'))?.focus();
    this.#placeNotice();
    // Discards the records of these own changes.
    this.#watch.takeRecords();
  }

  /** Puts the notice before the button that waits, or else on top. */
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

  /** Repeats what the visitor has done on other pages, such as those in another language. */
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

  /** Resolves once no click is in progress, which a change of the page would cancel. @returns {Promise<void>} */
  settled() {
    return new Promise((resolve) => {
      if (this.#isPointerDown) this.#released.push(resolve);
      else resolve();
    });
  }

  #onRelease() {
    this.#isPointerDown = false;
    // The click event follows the release.
    setTimeout(() => this.#released.splice(0).forEach((resolve) => resolve()));
  }

  #onClick(event) {
    const button = event.target.closest?.('button');
    if (!button) return;
    event.preventDefault();
    // The second click of a double click may hit a button that the first one brought.
    if (event.detail > 1) return;
    if (button.matches('.bp-languages__button')) this.#place.getRootNode().host.lang = button.lang;
    else if (button.matches('.bp-button--back')) this.#turn('intro');
    // Only the widget can ask about both customer groups.
    else if (button.matches('.bp-start') && this.#chosen('intro') !== 'opener-both') this.#turn('question');
    else if (button.matches('.bp-start, .bp-next')) this.#wait(button);
  }

  /** Marks a button as pressed; the widget carries that out once it is loaded. */
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
    // Some browsers search in the page when a key is typed.
    event.preventDefault();
    box?.focus();
    box?.click();
  }
}
