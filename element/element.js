import { VERSION } from './built.js';
import { contentPlace, drawn, isHeard, takePlace, withProbe } from './changing-places.js';
import { showEarly } from './early-screens.js';
import { Failure, PATIENCE, asFailure, failureNotice, showFallback } from './failure.js';
import { FormValue } from './form-value.js';
import { frozen } from './frozen.js';
import { deliverHandOut } from './handing-out.js';
import { Hold } from './hold.js';
import { hostOf } from './host.js';
import { watchForIntent } from './intent.js';
import { Keeping, readKept, readResults } from './keeping.js';
import { knownLanguage } from './language.js';
import { Languages } from './languages.js';
import { Link } from './link.js';
import { giveUpDownloads } from './loads.js';
import { laterSheet, nextTask, startRuntime } from './runtime.js';
import { ATTRIBUTES, reflectSettings, setSetting, settingFault, upgradeSettings } from './settings.js';
import { adoptSheets } from './sheets.js';
import { Telling } from './telling.js';
import { Warnings } from './warnings.js';
import { requireWasm } from './wasm-probe.js';
import { Wishes } from './wishes.js';

/**
 * `<b2b-b2c-profile>`: the self-assessment as a custom element; `api/element.json` describes it in full. It shows its first page at once, and its children where the widget can't be. The engine (module, texts, styles) comes
 * once a visitor means to use it, or a script asks for what takes it. The session belongs to the element: it survives a
 * move, a removal for as long as the element is kept, and one panic. On a server, where there are no elements, the class
 * can be imported and no more.
 */
class B2bB2cProfile extends (globalThis.HTMLElement ?? Object) {
  static formAssociated = true;
  static observedAttributes = ATTRIBUTES;
  static version = VERSION;

  #value = new FormValue(this);
  /** What keeps the widget from being built at all; nothing in a browser that has what it takes. */
  #flaw;
  #waiting;
  #content;
  #notice;
  #runtime;
  /** Whether the first pages are served here, what watches for the visitor to mean it, and the start under way. */
  #isServing = false;
  #intent;
  #attempt;
  #crashes = 0;
  #telling = new Telling(this);
  #warnings = new Warnings();
  #wishes = new Wishes((runtime) => this.#runtime === runtime);
  // Not from within the call that the widget is making.
  #keeping = new Keeping(() => queueMicrotask(() => this.#update()));
  #link = new Link(this);
  #languages = new Languages(this, this.#warnings, () => this.#update(), (language) => this.#speak(language));
  #hold = new Hold(() => [this.#waiting, this.#content]);
  #parts = {
    __proto__: null,
    keeping: this.#keeping,
    link: this.#link,
    languages: this.#languages,
    wishes: this.#wishes,
    tell: (name, detail) => this.#tell(name, detail),
    change: (saved, code) => this.#change(saved, code),
    take: (saved) => this.#runtime?.take(saved),
  };

  constructor() {
    super();
    // A page may bring the first pages along in its markup.
    const declared = this.shadowRoot;
    const root = declared ?? this.attachShadow({ __proto__: null, mode: 'open' });
    if (!declared) root.append(document.createElement('slot'), contentPlace());
    this.#waiting = root.querySelector('slot');
    this.#content = withProbe(root.querySelector('.bp-root'));
    this.#hold.watch(root);
    this.#try(() => this.#value.attach());
    this.#adoptSheets();
    root.querySelector('style')?.remove();
  }

  connectedCallback() {
    upgradeSettings(this);
    this.#link.watch((end) => {
      if (this.#runtime) this.#runtime.follow(end);
      else if (end) this.#start();
    });
    this.#languages.watch();
    if (!isHeard(this.#content)) this.#recover();
    if (this.#runtime) return;
    this.#notice?.remove();
    this.#isServing = true;
    this.#serve();
  }

  disconnectedCallback() {
    this.#isServing = false;
    this.#intent?.abort();
    [this.#link, this.#languages].forEach((part) => part.leave());
  }

  // A constructed sheet belongs to its document and stays behind when the element moves to another.
  adoptedCallback() { this.#adoptSheets(); }

  /** What stands there hears nothing any more: it is made anew, with its answers. */
  #recover() {
    this.#runtime = this.#attempt = undefined;
    withProbe(this.#content);
    const { early } = this.#content;
    if (early) early.key = '';
    else this.#start();
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    const fault = settingFault(name, after);
    if (fault) this.#warnings.say(`${name}=${after}`, `unknown ${name} "${after}": ${fault}`);
    if (name === 'lang') this.#languages.forget();
    if (name === 'accent') this.#adoptSheets();
    else if (name === 'name') this.#value.submit();
    else this.#update();
  }

  formResetCallback() { this.restart(); }

  /** The form that the element belongs to; none outside a form. */
  get form() { return this.#value.form; }

  /** As with the platform's own controls, an attribute names the form; frameworks set it as a property. */
  set form(id) {
    setSetting(this, 'form', typeof id === 'string' ? id : undefined);
  }

  /** The result code, in groups of four; empty until a result has been shown. */
  get value() { return this.#value.code; }

  /** What kind of form control it is. */
  get type() { return this.localName; }

  // Frameworks set every property that they find: that changes nothing, and throws nothing.
  set value(_) {}
  set type(_) {}

  /** Settles when the first page can be answered; waits on while it can't. */
  whenReady() { return this.#telling.ready; }

  /** The result as it stands, frozen; `null` before there is one. Answers and code only if asked for. */
  result(options) {
    if (this.#value.isBlank) return null;
    const text = this.#runtime?.result(this.#keeping.saved, Boolean(options?.answers));
    return text ? frozen(JSON.parse(text)) : null;
  }

  /** Begins anew, as the visitor's own button does; focus stays where it is. */
  restart() {
    const { early } = this.#content;
    if (this.#runtime || this.#isEngineNeeded) {
      this.#value.blank(true);
      this.#ask((runtime) => void runtime.restart(), () => this.#value.blank(false), true);
    } else if (early?.isTouched) {
      early.restart();
      this.#start();
    }
  }

  /**
   * Shows the result that a code stands for.
   *
   * Resolves with `'restored'` once it is shown, or with what is wrong with the code, or with `'unavailable'` where the
   * widget can't start; then nothing has changed.
   */
  restore(code) {
    const text = String(code);
    return new Promise((resolve) => {
      this.#ask((runtime) => runtime.restore(text), (fault = 'unavailable') => resolve(fault || 'restored'));
    });
  }

  /** Prints the questionnaire, to be answered on paper. */
  async printQuestionnaire() { await deliverHandOut('questionnaire', this.shadowRoot); }

  /** Tries again after an error. */
  async retry() {
    this.#crashes = 0;
    if (this.#attempt?.isStalled) {
      this.#attempt = undefined;
      giveUpDownloads();
    }
    await this.#start();
  }

  /** Whether the first page is one that only the engine can draw. */
  get #isEngineNeeded() {
    const isAsked = this.#keeping.saved || this.#link.end || !this.#wishes.isEmpty;
    return Boolean(isAsked || (this.persist === 'ask' && readKept()));
  }

  /** Shows the first page as the element is set, and sees to it that the engine comes when it is wanted. */
  async #serve() {
    try {
      if (this.#flaw) throw this.#flaw;
      this.#showEarly();
      this.#watch();
      await requireWasm();
      if (this.#content.early && !this.#isEngineNeeded) this.#becomeReady();
    } catch (error) {
      // A start that is under way says so itself.
      if (this.#isServing && !this.#attempt) this.#fail(asFailure(error));
    }
  }

  /** Shows the first page until the widget is there, unless the visitor was further than that already. */
  #showEarly() {
    if (this.#isEngineNeeded && !this.#content.early) return;
    const { variant, start, persist } = this;
    const settings = { __proto__: null, language: this.#languages.wanted, variant, start, persist };
    const loading = showEarly(this.#content, settings);
    if (loading) loading.then(() => this.#update(), (error) => this.#fail(asFailure(error)));
    else this.#waiting.hidden = true;
  }

  /** Starts the engine at once, or once it is wanted. */
  #watch() {
    this.#intent?.abort();
    if (this.#attempt) return;
    const hasResults = this.persist !== 'none' && readResults();
    if (this.loading === 'eager' || this.#isEngineNeeded || hasResults) this.#start();
    else this.#intent = watchForIntent(this, this.loading === 'lazy', () => this.#start());
  }

  /** Has the engine do something, now or as soon as it is there; see `wishes.js`. */
  #ask(wish, tell, mayWait = false) {
    this.#wishes.add(wish, tell, mayWait);
    if (this.#runtime) this.#wishes.carryOut(this.#runtime);
    else if (this.isConnected) this.#start();
  }

  /** Starts the engine; resolves when the widget is there, or can't be. */
  async #start() {
    if (this.#runtime || this.#attempt) return this.#attempt?.end;
    this.#intent?.abort();
    const attempt = { __proto__: null, isStalled: false };
    this.#attempt = attempt;
    attempt.end = this.#tryToStart(attempt);
    return attempt.end;
  }

  async #tryToStart(attempt) {
    this.#resume();
    this.#content.early?.tell(undefined);
    // What comes late is still welcome, unless a new attempt was made: the widget takes the place of the notice.
    const isCurrent = () => this.#attempt === attempt;
    const patience = setTimeout(() => {
      if (!isCurrent()) return;
      attempt.isStalled = true;
      this.#fail(new Failure('stalled', 'still loading'));
    }, PATIENCE);
    try {
      const language = this.#languages.shown || this.#languages.wanted;
      const runtime = await startRuntime(language, (error) => this.#onCrash(error));
      await this.#content.early?.settled();
      if (!isCurrent()) return;
      await this.#languages.begin(runtime, language);
      this.#resume();
      if (isCurrent()) await this.#mount(runtime);
    } catch (error) {
      // One failure is enough: a stalled attempt may have been given up, by another element too.
      if (isCurrent() && !attempt.isStalled) this.#fail(asFailure(error));
    } finally {
      clearTimeout(patience);
      if (isCurrent()) this.#attempt = undefined;
    }
  }

  /** Goes on from what the visitor kept, in the language that was chosen then. */
  #resume() {
    const language = this.persist === 'ask' ? this.#keeping.resume() : '';
    if (knownLanguage(language)) this.lang = language;
  }

  async #mount(runtime) {
    // A new place for each runtime: Yew's listeners never leave the one that they were put on.
    const content = contentPlace();
    this.#runtime = runtime;
    this.#adoptSheets();
    runtime.mount(content, hostOf(this, this.#parts), this.#keeping.saved, this.#content.early?.done ?? '');
    // After a panic it may have been the shared result that couldn't be drawn.
    if (!this.#crashes && this.#link.end) runtime.follow(this.#link.end);
    if (this.#runtime !== runtime) return;
    this.#languages.check();
    await drawn(content);
    // The first page is what was asked for first.
    const answer = await this.#wishes.carryOutNext(runtime);
    if (this.#runtime === runtime) this.#show(content);
    answer();
    await nextTask();
    this.#wishes.carryOut(runtime);
  }

  /** Lets the widget take the place of what stands there: the first pages, which look the same, or what crashed. */
  #show(content) {
    const before = this.#content;
    const { early } = before;
    early?.end();
    takePlace(before, content, !early?.isWaiting);
    this.#content = content;
    this.#notice?.remove();
    this.#waiting.hidden = true;
    // For whoever measures: from now on every page can be drawn.
    performance.mark('b2b-b2c-profile:engine');
    this.#becomeReady();
    if (early?.isKept) this.#keeping.keep(true);
  }

  #becomeReady() {
    this.#telling.begin(this.#languages.shown || this.#languages.wanted);
  }

  /** A panic: the widget comes back once, with its answers. */
  #onCrash(error) {
    this.#runtime = undefined;
    // A start that waits for its first page would wait for ever.
    this.#attempt = undefined;
    this.#telling.pause();
    this.#crashes += 1;
    console.error('b2b-b2c-profile: the widget crashed', error);
    this.#wishes.served();
    // Only once the runtime that is going down has been left.
    setTimeout(() => {
      if (this.#crashes === 1) {
        this.#keeping.recover();
        this.#start();
      } else this.#fail(new Failure('crashed', 'the widget crashed again after it had come back'));
    });
  }

  #fail({ code, message }) {
    console.error(`b2b-b2c-profile: the widget could not start: ${code}: ${message}`);
    this.#notice?.remove();
    const words = { __proto__: null, language: this.#languages.wanted, address: this.fallbackHref };
    const { early } = this.#content;
    if (early?.isTouched) {
      this.#notice = failureNotice(this, { ...words, hasBegun: true });
      early.tell(this.#notice);
    } else {
      this.#isServing = false;
      this.#telling.pause();
      this.#intent?.abort();
      early?.end();
      this.#content.early = undefined;
      this.#content.textContent = '';
      this.#notice = showFallback(this, this.#waiting, words);
    }
    this.#telling.tellNow('error', { version: 1, code, message });
    this.#wishes.giveUp();
  }

  /** The session is another one, and perhaps shows a result. */
  #change(saved, code) {
    this.#keeping.save(saved);
    if (code) this.#value.set(code);
  }

  #tell(name, detail) {
    if (name === 'restart') this.#value.set('');
    if (name === 'step') [this.#keeping, this.#hold].forEach((part) => part.turnPage());
    this.#telling.tell(name, detail);
  }

  #adoptSheets() {
    this.#try(() => adoptSheets(this, this.#runtime && laterSheet));
  }

  /** Whoever makes an element, or moves it, must not be the one to hear of what the browser lacks. */
  #try(step) {
    try {
      step();
    } catch (error) {
      this.#flaw = asFailure(error);
    }
  }

  #update() {
    if (!this.#runtime) {
      if (this.#isServing) this.#serve();
      return;
    }
    this.#languages.turn();
    this.#runtime.update();
    this.#languages.check();
  }

  /** The visitor chose a language whose texts are there. */
  #speak(language) {
    this.setAttribute('lang', language);
    this.#keeping.speak(language);
  }
}

reflectSettings(B2bB2cProfile);

export { B2bB2cProfile };
