// How one element's widget comes: first pages at once, then the engine when it is wanted, a notice where it fails.

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
import { Warnings } from './warnings.js';
import { widgetHost } from './widget-host.js';

/** One element's parts, and what they have to do with each other. The engine and the widget's host call it, too. */
export class Lifecycle {
  #value;
  /** What stops the widget from being built at all; nothing in a browser that has what it takes. */
  #flaw;
  /** Whether the first pages are served here, and what ends the watch for the visitor's first touch. */
  #isServing = false;
  #touch;
  #contents;
  #events;
  #engine = new Engine(this);
  element;
  warnings = new Warnings();
  // Not from within the call that the widget is making.
  store = new SessionStore(() => queueMicrotask(() => this.update()));
  languages = new ElementLanguages(this);
  link;

  /** `value` is what the element is to its form. */
  constructor(element, value) {
    this.element = element;
    this.#value = value;
    this.#contents = new ShadowContents(element);
    this.#events = new ElementEvents(element);
    this.link = new ResultLink(element);
    this.#try(() => value.attach());
    this.adoptSheets();
  }

  /** Settles when the first page can be answered for the first time. */
  get ready() { return this.#events.ready; }

  setting(name) { return readSetting(this.element, name); }

  /** The element has come into a document. */
  connect() {
    this.link.watch((end) => {
      if (this.#engine.runtime) this.#engine.runtime.follow(end);
      else if (end) this.#engine.start();
    });
    this.languages.watch();
    if (!hasListeners(this.#contents.place)) this.#recover();
    if (this.#engine.runtime) return;
    this.#contents.removeNotice();
    this.#isServing = true;
    this.#serve();
  }

  /** The element has left its document. */
  disconnect() {
    this.#isServing = false;
    this.#touch?.abort();
    [this.link, this.languages].forEach((part) => part.unwatch());
  }

  /** What stands there hears nothing any more: it is made anew, with its answers. */
  #recover() {
    this.#engine.drop();
    withListenerProbe(this.#contents.place);
    const { firstPages } = this.#contents;
    if (firstPages) firstPages.key = '';
    else this.#engine.start();
  }

  /** An attribute is another one. */
  change(name, text) {
    const fault = settingFault(name, text);
    if (fault) this.warnings.say(`${name}=${text}`, `unknown ${name} "${text}": ${fault}`);
    if (name === 'lang') this.languages.forgetChoice();
    if (name === 'accent') this.adoptSheets();
    else if (name === 'name') this.#value.submit();
    else this.update();
  }

  /** The result as JSON; nothing before there is one. */
  result(withAnswers) { return this.#engine.runtime?.result(this.store.saved, withAnswers); }

  restart() {
    const { firstPages } = this.#contents;
    if (this.#engine.runtime || this.#isEngineNeeded) {
      this.#value.blank(true);
      this.ask((runtime) => void runtime.restart(), () => this.#value.blank(false), true);
    } else if (firstPages?.isTouched) {
      firstPages.restart();
      this.#engine.start();
    }
  }

  retry() { return this.#engine.retry(); }

  /** A panic: no page can be answered until the widget comes back. */
  pause() { this.#events.pause(); }

  /** Goes on with another session, as text. */
  take(saved) { this.#engine.runtime?.take(saved); }

  /** The call under way is done, and drawn. */
  served() { this.#engine.calls.served(); }

  /** Whether the first page is one that only the engine can draw. */
  get #isEngineNeeded() {
    const isAsked = this.store.saved || this.link.end || !this.#engine.calls.isEmpty;
    return Boolean(isAsked || (this.setting('persist') === 'ask' && readSession()));
  }

  /** Shows the first page as the element is set, and sees to it that the engine comes when it is wanted. */
  async #serve() {
    try {
      if (this.#flaw) throw this.#flaw;
      this.#showFirstPages();
      this.#watch();
      await requireWasm();
      if (this.#contents.firstPages && !this.#isEngineNeeded) this.#becomeReady();
    } catch (error) {
      // A start that is under way says so itself.
      if (this.#isServing && !this.#engine.isStarting) this.fail(asFailure(error));
    }
  }

  /** Shows the first page until the widget is there, unless the visitor was further than that already. */
  #showFirstPages() {
    if (this.#isEngineNeeded && !this.#contents.firstPages) return;
    const [variant, start, persist] = ['variant', 'start', 'persist'].map((name) => this.setting(name));
    const settings = { __proto__: null, language: this.languages.wanted, variant, start, persist };
    const loading = showFirstPages(this.#contents.place, settings);
    if (loading) loading.then(() => this.update(), (error) => this.fail(asFailure(error)));
    else this.#contents.hideChildren();
  }

  /** Starts the engine at once, or once it is wanted. */
  #watch() {
    this.#touch?.abort();
    if (this.#engine.isStarting) return;
    const loading = this.setting('loading');
    const hasResults = this.setting('persist') !== 'none' && readNamedResults();
    if (loading === 'eager' || this.#isEngineNeeded || hasResults) this.#engine.start();
    else this.#touch = onFirstTouch(this.element, loading === 'lazy', () => this.#engine.start());
  }

  /** Has the engine do something, now or as soon as it is there; see `CallQueue`. */
  ask(call, answer, mayWait = false) {
    const { calls, runtime } = this.#engine;
    calls.add(call, answer, mayWait);
    if (runtime) calls.carryOut(runtime);
    else if (this.element.isConnected) this.#engine.start();
  }

  /** Gets ready for a start of the engine; returns the language whose texts it takes. */
  begin() {
    this.#touch?.abort();
    this.#resume();
    this.#contents.firstPages?.showNotice(undefined);
    return this.languages.shown || this.languages.wanted;
  }

  /** Gets ready for the widget of a runtime that has the texts of a language. */
  async prepare(runtime, language, isCurrent) {
    await this.#contents.firstPages?.settled();
    if (!isCurrent()) return;
    await this.languages.begin(runtime, language);
    this.#resume();
  }

  /** Goes on from what the visitor kept, in the language that was chosen then. */
  #resume() {
    const language = this.setting('persist') === 'ask' ? this.store.resume() : '';
    if (knownLanguage(language)) this.element.lang = language;
  }

  /** Draws the widget of a runtime. */
  async mount(runtime) {
    // A new place for each runtime: Yew's listeners never leave the one that they were put on.
    const place = contentPlace();
    const isCurrent = () => this.#engine.runtime === runtime;
    this.adoptSheets();
    runtime.mount(place, widgetHost(this), this.store.saved, this.#contents.firstPages?.done ?? '');
    // After a panic it may have been the shared result that couldn't be drawn.
    if (!this.#engine.hasCrashed && this.link.end) runtime.follow(this.link.end);
    if (!isCurrent()) return;
    this.languages.loadWanted();
    await whenDrawn(place);
    // The first page is what was asked for first.
    const answer = await this.#engine.calls.carryOutNext(runtime);
    if (isCurrent()) this.#show(place);
    answer();
    await nextTask();
    this.#engine.calls.carryOut(runtime);
  }

  #show(place) {
    const { firstPages } = this.#contents;
    this.#contents.show(place);
    // For whoever measures: from now on every page can be drawn.
    performance.mark('b2b-b2c-profile:engine');
    this.#becomeReady();
    if (firstPages?.isKept) this.store.keep(true);
  }

  #becomeReady() { this.#events.begin(this.languages.shown || this.languages.wanted); }

  /** There is no widget, or none any more. */
  fail({ code, message }) {
    console.error(`b2b-b2c-profile: the widget could not start: ${code}: ${message}`);
    const address = this.setting('fallback-href');
    if (!this.#contents.fail({ __proto__: null, language: this.languages.wanted, address })) {
      this.#isServing = false;
      this.#events.pause();
      this.#touch?.abort();
    }
    this.#events.dispatchNow('error', { version: 1, code, message });
    this.#engine.calls.giveUp();
  }

  /** The session is another one, and perhaps shows a result. */
  save(saved, code) {
    this.store.save(saved);
    if (code) this.#value.set(code);
  }

  /** Something happened that the host page is told of. */
  dispatch(name, detail) {
    if (name === 'restart') this.#value.set('');
    if (name === 'step') [this.store, this.#contents].forEach((part) => part.turnPage());
    this.#events.dispatch(name, detail);
  }

  adoptSheets() { this.#try(() => adoptSheets(this.element, this.#engine.runtime && laterSheet)); }

  /** Whoever makes an element, or moves it, must not be the one to hear of what the browser lacks. */
  #try(step) {
    try {
      step();
    } catch (error) {
      this.#flaw = asFailure(error);
    }
  }

  /** There is more to show, or something else. */
  update() {
    if (!this.#engine.runtime) {
      if (this.#isServing) this.#serve();
      return;
    }
    this.languages.showWanted();
    this.#engine.runtime.update();
    this.languages.loadWanted();
  }

  /** The visitor chose a language whose texts are there. */
  setLanguage(language) {
    this.element.setAttribute('lang', language);
    this.store.setLanguage(language);
  }
}
