import { showFirstPages } from './first-pages/show.js';
import { ElementEvents } from './host-page/events.js';
import { ResultLink } from './host-page/result-link.js';
import { readSetting, settingFault } from './host-page/settings.js';
import { ElementLanguages } from './languages/element-languages.js';
import { knownLanguage } from './languages/known-languages.js';
import { Engine } from './loading/engine.js';
import { asFailure } from './loading/failure.js';
import { onFirstTouch } from './loading/first-touch.js';
import { laterSheet, nextTask } from './loading/runtime.js';
import { requireWasm } from './loading/webassembly.js';
import { ShadowContents } from './shadow-root/contents.js';
import { contentPlace, hasListeners, whenDrawn, withListenerProbe } from './shadow-root/place.js';
import { adoptSheets } from './shadow-root/style-sheets.js';
import { readNamedResults, readSession } from './storage/browser-storage.js';
import { SessionStore } from './storage/session-store.js';
import { widgetHost } from './widget-host.js';

/** Drives one element: first pages at once, then the engine when it is needed, a notice if that fails. */
export class Lifecycle {
  #value;
  /** Why this browser can't build the widget at all, if so. */
  #flaw;
  #isServingFirstPages = false;
  /** Ends the watch for the visitor's first touch. */
  #touch;
  #contents;
  #warned = new Set();
  events;
  engine = new Engine(this);
  element;
  // Deferred, since the widget may be in the middle of a call.
  store = new SessionStore(() => queueMicrotask(() => this.update()));
  languages = new ElementLanguages(this);
  link;

  /** @param {import('./host-page/form-value.js').FormValue} value */
  constructor(element, value) {
    this.element = element;
    this.#value = value;
    this.#contents = new ShadowContents(element);
    this.events = new ElementEvents(element);
    this.link = new ResultLink(element);
    this.#try(() => value.attach());
    this.adoptSheets();
  }

  setting(name) { return readSetting(this.element, name); }

  /** Warns developers, once for each `thing`. */
  warn(thing, text) {
    if (!this.#warned.has(thing)) console.warn(`b2b-b2c-profile: ${text}`);
    this.#warned.add(thing);
  }

  connect() {
    this.link.watch((end) => {
      if (this.engine.runtime) this.engine.runtime.follow(end);
      else if (end) this.engine.start();
    });
    this.languages.watch();
    if (!hasListeners(this.#contents.place)) this.#recover();
    if (this.engine.runtime) return;
    this.#contents.removeNotice();
    this.#isServingFirstPages = true;
    this.#serve();
  }

  disconnect() {
    this.#isServingFirstPages = false;
    this.#touch?.abort();
    [this.link, this.languages].forEach((part) => part.unwatch());
  }

  /** Rebuilds the contents, with their answers, after the browser has dropped their event listeners. */
  #recover() {
    this.engine.drop();
    withListenerProbe(this.#contents.place);
    const { firstPages } = this.#contents;
    if (firstPages) firstPages.key = '';
    else this.engine.start();
  }

  /** Called when an attribute has changed. */
  change(name, text) {
    const fault = settingFault(name, text);
    if (fault) this.warn(`${name}=${text}`, `unknown ${name} "${text}": ${fault}`);
    if (name === 'lang') this.languages.forgetChoice();
    if (name === 'accent') this.adoptSheets();
    else if (name === 'name') this.#value.submit();
    else this.update();
  }

  /** The result as JSON; empty or undefined before there is one. */
  result(withAnswers) { return this.engine.runtime?.result(this.store.saved, withAnswers); }

  restart() {
    const { firstPages } = this.#contents;
    if (this.engine.runtime || this.#isEngineNeeded) {
      this.#value.blank(true);
      this.ask((runtime) => void runtime.restart(), () => this.#value.blank(false), true);
    } else if (firstPages?.isTouched) {
      firstPages.restart();
      this.engine.start();
    }
  }

  /** Whether only the engine can draw the page to show first. */
  get #isEngineNeeded() {
    const isAsked = this.store.saved || this.link.end || !this.engine.calls.isEmpty;
    return Boolean(isAsked || (this.setting('persist') === 'ask' && readSession()));
  }

  /** Shows the first page with the element's settings, and starts the engine now or when it is needed. */
  async #serve() {
    try {
      if (this.#flaw) throw this.#flaw;
      this.#showFirstPages();
      this.#watch();
      await requireWasm();
      if (this.#contents.firstPages && !this.#isEngineNeeded) this.#becomeReady();
    } catch (error) {
      // A start in progress dispatches its own error.
      if (this.#isServingFirstPages && !this.engine.isStarting) this.fail(asFailure(error));
    }
  }

  /** Shows the first page until the widget is ready, unless the visitor is already past the first pages. */
  #showFirstPages() {
    if (this.#isEngineNeeded && !this.#contents.firstPages) return;
    const [variant, start, persist] = ['variant', 'start', 'persist'].map((name) => this.setting(name));
    const settings = { __proto__: null, language: this.languages.wanted, variant, start, persist };
    const loading = showFirstPages(this.#contents.place, settings);
    if (loading) loading.then(() => this.update(), (error) => this.fail(asFailure(error)));
    else this.#contents.hideChildren();
  }

  /** Starts the engine at once, or at the first touch. */
  #watch() {
    this.#touch?.abort();
    if (this.engine.isStarting) return;
    const loading = this.setting('loading');
    const hasResults = this.setting('persist') !== 'none' && readNamedResults();
    if (loading === 'eager' || this.#isEngineNeeded || hasResults) this.engine.start();
    else this.#touch = onFirstTouch(this.element, loading === 'lazy', () => this.engine.start());
  }

  /** Queues a call to the engine and starts the engine if necessary; see `CallQueue`. */
  ask(call, answer, mayWait = false) {
    const { calls, runtime } = this.engine;
    calls.add(call, answer, mayWait);
    if (runtime) calls.carryOut(runtime);
    else if (this.element.isConnected) this.engine.start();
  }

  /** Prepares for a start of the engine; returns the language whose texts it needs. */
  begin() {
    this.#touch?.abort();
    this.#resume();
    this.#contents.firstPages?.showNotice(undefined);
    return this.languages.shown || this.languages.wanted;
  }

  /** Prepares for the widget of a runtime that has the texts of `language`. */
  async prepare(runtime, language, isCurrent) {
    await this.#contents.firstPages?.settled();
    if (!isCurrent()) return;
    await this.languages.begin(runtime, language);
    this.#resume();
  }

  /** Resumes the kept answers, in the language that the visitor had chosen. */
  #resume() {
    const language = this.setting('persist') === 'ask' ? this.store.resume() : '';
    if (knownLanguage(language)) this.element.lang = language;
  }

  async mount(runtime) {
    // Each runtime gets a new place, since Yew never removes its listeners from the old one.
    const place = contentPlace();
    const isCurrent = () => this.engine.runtime === runtime;
    this.adoptSheets();
    runtime.mount(place, widgetHost(this), this.store.saved, this.#contents.firstPages?.done ?? '');
    // After a panic, the shared result may be what failed to draw.
    if (!this.engine.hasCrashed && this.link.end) runtime.follow(this.link.end);
    if (!isCurrent()) return;
    this.languages.loadWanted();
    await whenDrawn(place);
    // The first call in the queue decides which page is shown first.
    const answer = await this.engine.calls.carryOutNext(runtime);
    if (isCurrent()) this.#show(place);
    answer();
    await nextTask();
    this.engine.calls.carryOut(runtime);
  }

  #show(place) {
    const { firstPages } = this.#contents;
    this.#contents.show(place);
    // For performance measurements: from now on every page can be drawn.
    performance.mark('b2b-b2c-profile:engine');
    this.#becomeReady();
    if (firstPages?.isKept) this.store.keep(true);
  }

  #becomeReady() { this.events.begin(this.languages.shown || this.languages.wanted); }

  /** Called when the widget can't start or go on. */
  fail({ code, message }) {
    console.error(`b2b-b2c-profile: the widget could not start: ${code}: ${message}`);
    const address = this.setting('fallback-href');
    if (!this.#contents.fail({ __proto__: null, language: this.languages.wanted, address })) {
      this.#isServingFirstPages = false;
      this.events.pause();
      this.#touch?.abort();
    }
    this.events.dispatchNow('error', { version: 1, code, message });
    this.engine.calls.giveUp();
  }

  /** Called when the session has changed; `code` is the code of the result on show, if any. */
  save(saved, code) {
    this.store.save(saved);
    if (code) this.#value.set(code);
  }

  dispatch(name, detail) {
    if (name === 'restart') this.#value.set('');
    if (name === 'step') [this.store, this.#contents].forEach((part) => part.turnPage());
    this.events.dispatch(name, detail);
  }

  adoptSheets() { this.#try(() => adoptSheets(this.element, this.engine.runtime && laterSheet)); }

  /** Creating or moving an element never throws, even if the browser lacks a feature. */
  #try(step) {
    try {
      step();
    } catch (error) {
      this.#flaw = asFailure(error);
    }
  }

  /** Draws the current settings, language and notices. */
  update() {
    if (!this.engine.runtime) {
      if (this.#isServingFirstPages) this.#serve();
      return;
    }
    this.languages.showWanted();
    this.engine.runtime.update();
    this.languages.loadWanted();
  }

  /** Called when the visitor has chosen a language whose texts are loaded. */
  setLanguage(language) {
    this.element.setAttribute('lang', language);
    this.store.setLanguage(language);
  }
}
