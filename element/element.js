import { count } from './analytics.js';
import { VERSION } from './built.js';
import { contentPlace, drawn, takePlace } from './changing-places.js';
import { hasScreens, loadScreens, showEarly } from './early-screens.js';
import { Failure, PATIENCE, asFailure, failureNotice, showFallback } from './failure.js';
import { today } from './files.js';
import { frozen } from './frozen.js';
import { HandingOut } from './handing-out.js';
import { canShare, copyText, downloadText, shareText } from './handing-over.js';
import { watchForIntent } from './intent.js';
import { Keeping, keptKeys, readKept, readResults } from './keeping.js';
import { knownLanguage, languageOf } from './language.js';
import { Link } from './link.js';
import { giveUpDownloads } from './loads.js';
import { addTexts, laterSheet, startRuntime } from './runtime.js';
import { ATTRIBUTES, readSetting, reflectSettings, settingFault, upgradeSettings } from './settings.js';
import { adoptSheets } from './sheets.js';
import { REQUESTS } from './source.js';
import { Warnings } from './warnings.js';
import { requireWasm } from './wasm-probe.js';
import { WASM } from './wasm.js';

/**
 * `<b2b-b2c-profile>`: the self-assessment as a custom element; `api/element.json` describes it in full.
 *
 * It shows its first page at once, and its children where the widget can't be. The engine (module, texts, styles) comes
 * once a visitor means to use it, or a script asks for what takes it. The session belongs to the element: it survives a
 * move, a removal for as long as the element is kept, and one panic. On a server, where there are no elements, the class
 * can be imported and no more.
 */
class B2bB2cProfile extends (globalThis.HTMLElement ?? Object) {
  static formAssociated = true;
  static observedAttributes = ATTRIBUTES;
  static version = VERSION;

  #internals = this.attachInternals();
  #waiting;
  #content;
  #notice;
  #runtime;
  /** The languages whose texts the runtime has, the one it shows, and one whose texts can't be had. */
  #languages = new Set();
  #shown = '';
  #missing = '';
  /** The language that the visitor waits for. */
  #chosen = '';
  /** Whether the first pages are served here, what watches for the visitor to mean it, and the start under way. */
  #isServing = false;
  #intent;
  #attempt;
  #crashes = 0;
  #readiness = Promise.withResolvers();
  /** Whether a page can be answered; what happened before that, to be told then. */
  #isReady = false;
  #untold = [];
  /** What is asked of the engine, in order; whether it is being carried out, and who waits for the wish under way. */
  #wishes = [];
  #isCarryingOut = false;
  #onServed;
  #keeping = new Keeping(() => this.#updateSoon());
  #link = new Link(this);
  #handingOut = new HandingOut(() => this.#updateSoon(), (detail) => this.#tell('download', detail));
  #host = this.#makeHost();
  #code = '';
  #warnings = new Warnings();

  constructor() {
    super();
    // A page may bring the first pages along in its markup.
    const declared = this.#internals.shadowRoot;
    const root = declared ?? this.attachShadow({ __proto__: null, mode: 'open' });
    if (!declared) root.append(document.createElement('slot'), contentPlace());
    this.#waiting = root.querySelector('slot');
    this.#content = root.querySelector('.bp-root');
    this.#adoptSheets();
    root.querySelector('style')?.remove();
  }

  connectedCallback() {
    upgradeSettings(this);
    this.#link.watch((end) => this.#follow(end));
    if (this.#runtime) return;
    this.#notice?.remove();
    this.#isServing = true;
    this.#serve();
  }

  disconnectedCallback() {
    this.#isServing = false;
    this.#intent?.abort();
    this.#link.leave();
  }

  adoptedCallback() {
    // A constructed sheet belongs to its document and stays behind when the element moves to another.
    this.#adoptSheets();
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    const fault = settingFault(name, after);
    if (fault) this.#warnings.say(`${name}=${after}`, `unknown ${name} "${after}": ${fault}`);
    if (name === 'lang') this.#chosen = this.#missing = '';
    if (name === 'accent') this.#adoptSheets();
    else if (name === 'name') this.#setFormValue();
    else this.#update();
  }

  formResetCallback() {
    this.restart();
  }

  /** The form that the element belongs to; none outside a form. */
  get form() {
    return this.#internals.form;
  }

  /** The result code, in groups of four; empty until a result has been shown. */
  get value() {
    return this.#code;
  }

  /** What kind of form control it is. */
  get type() { return this.localName; }

  /** Settles when the first page can be answered; waits on while it can't. */
  whenReady() {
    return this.#readiness.promise;
  }

  /** The result as it stands, frozen; `null` before there is one. Answers and code only if asked for. */
  result(options) {
    const text = this.#runtime?.result(this.#keeping.saved, Boolean(options?.answers));
    return text ? frozen(JSON.parse(text)) : null;
  }

  /** Begins anew, as the visitor's own button does; focus stays where it is. */
  restart() {
    // Where nobody has begun, there is nothing to begin anew.
    if (this.#runtime || this.#isEngineNeeded || this.#content.early?.isTouched) {
      this.#ask((runtime) => void runtime.restart());
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
  async printQuestionnaire() {
    await this.#handingOut.handOut('questionnaire', this.shadowRoot);
  }

  /** Tries again after an error. */
  async retry() {
    this.#crashes = 0;
    if (this.#attempt?.isStalled) {
      this.#attempt = undefined;
      giveUpDownloads();
    }
    await this.#start();
  }

  get #language() {
    return this.closest('[lang]')?.getAttribute('lang') ?? '';
  }

  /** Whether the first page is one that only the engine can draw. */
  get #isEngineNeeded() {
    const { saved } = this.#keeping;
    return Boolean(saved || this.#wishes.length || this.#link.end || (this.persist === 'ask' && readKept()));
  }

  /** Shows the first page as the element is set, and sees to it that the engine comes when it is wanted. */
  async #serve() {
    this.#showEarly();
    this.#watch();
    try {
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
    const language = this.#language;
    if (hasScreens(language)) {
      showEarly(this.#content, { __proto__: null, language, variant, start, persist });
      this.#waiting.hidden = true;
    } else {
      // They are in a file: shown when it has come, if they are still the ones to show.
      loadScreens(language).then(() => this.#update(), (error) => this.#fail(asFailure(error)));
    }
  }

  /** Starts the engine at once, or once it is wanted. */
  #watch() {
    this.#intent?.abort();
    if (this.#attempt) return;
    const hasResults = this.persist !== 'none' && readResults();
    if (this.loading === 'eager' || this.#isEngineNeeded || hasResults) this.#start();
    else this.#intent = watchForIntent(this, this.loading === 'lazy', () => this.#start());
  }

  #follow(end) {
    if (this.#runtime) this.#runtime.follow(end);
    else if (end) this.#start();
  }

  /**
   * Has the engine do something, now or as soon as it is there; `tell` hears what comes of it once that can be read,
   * and nothing where the engine can't be had. Without `tell` it is asked of a later start then.
   */
  #ask(wish, tell) {
    this.#wishes.push({ __proto__: null, wish, tell });
    if (this.#runtime) this.#carryOut(this.#runtime);
    else if (this.isConnected) this.#start();
  }

  /** Has a runtime do what is asked for, one thing after another. */
  async #carryOut(runtime) {
    if (this.#isCarryingOut) return;
    this.#isCarryingOut = true;
    while (this.#runtime === runtime && this.#wishes.length) (await this.#carryOutNext(runtime))();
    this.#isCarryingOut = false;
  }

  /** Has it do the next thing, if there is one; resolves with what tells whoever asked. */
  async #carryOutNext(runtime) {
    const { wish, tell } = this.#wishes.shift() ?? { __proto__: null };
    const fault = wish?.(runtime);
    if (wish && !fault) await new Promise((resolve) => { this.#onServed = resolve; });
    return () => tell?.(this.#runtime === runtime ? fault : undefined);
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
      const language = this.#shown || languageOf(this.#language);
      const runtime = await startRuntime(language, (error) => this.#onCrash(error));
      await this.#content.early?.settled();
      if (!isCurrent()) return;
      const latest = await this.#latest(runtime, language);
      this.#resume();
      if (isCurrent()) await this.#mount(runtime, latest);
    } catch (error) {
      // One failure is enough: a stalled attempt may have been given up, by another element too.
      if (isCurrent() && !attempt.isStalled) this.#fail(asFailure(error));
    } finally {
      clearTimeout(patience);
      if (isCurrent()) this.#attempt = undefined;
    }
  }

  /** The language to begin with: the one that was chosen while the first one was loading, if it can be had. */
  async #latest(runtime, language) {
    const latest = languageOf(this.#language);
    this.#languages = new Set([language]);
    return latest === language || !(await this.#learn(latest, runtime)) ? language : latest;
  }

  /** Goes on from what the visitor kept, in the language that was chosen then. */
  #resume() {
    const language = this.persist === 'ask' ? this.#keeping.resume() : '';
    if (knownLanguage(language)) this.lang = language;
  }

  async #mount(runtime, language) {
    // A new place for each runtime: Yew's listeners never leave the one that they were put on.
    const content = contentPlace();
    this.#runtime = runtime;
    this.#shown = language;
    this.#adoptSheets();
    runtime.mount(content, this.#host, this.#keeping.saved, this.#content.early?.done ?? '');
    // After a panic it may have been the shared result that couldn't be drawn.
    if (!this.#crashes && this.#link.end) runtime.follow(this.#link.end);
    if (this.#runtime !== runtime) return;
    this.#checkLanguage();
    await drawn(content);
    // The first page is what was asked for first.
    this.#isCarryingOut = true;
    const answer = await this.#carryOutNext(runtime);
    this.#isCarryingOut = false;
    if (this.#runtime === runtime) this.#show(content);
    answer();
    this.#carryOut(runtime);
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
    this.#becomeReady();
    if (early?.isKept) this.#keeping.keep(true);
  }

  /** The page that stands there can be answered. */
  #becomeReady() {
    if (this.#isReady) return;
    this.#isReady = true;
    this.#dispatch('ready', { version: 1, language: this.#shown || languageOf(this.#language) });
    this.#untold.splice(0).forEach(([name, detail]) => this.#tell(name, detail));
    this.#readiness.resolve();
  }

  /** A panic: the widget comes back once, with its answers. */
  #onCrash(error) {
    this.#runtime = undefined;
    // A start that waits for its first page would wait for ever.
    this.#attempt = undefined;
    this.#isReady = false;
    this.#crashes += 1;
    console.error('b2b-b2c-profile: the widget crashed', error);
    this.#onServed?.();
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
    const address = this.fallbackHref || (WASM.script && new URL('offline.html', WASM.script).href);
    const words = { __proto__: null, language: this.#language, address };
    const { early } = this.#content;
    if (early?.isTouched) {
      this.#notice = failureNotice(this, { ...words, hasBegun: true });
      early.tell(this.#notice);
    } else {
      this.#isServing = this.#isReady = false;
      this.#intent?.abort();
      early?.end();
      this.#content.early = undefined;
      this.#content.replaceChildren();
      this.#notice = showFallback(this, this.#waiting, words);
    }
    this.#dispatch('error', { version: 1, code, message });
    const [lasting, others] = [[], []];
    for (const asked of this.#wishes) (asked.tell ? others : lasting).push(asked);
    this.#wishes = lasting;
    others.forEach(({ tell }) => tell());
  }

  /** What the widget knows and asks of this element. Nothing here throws: an error would end the runtime that called. */
  #makeHost() {
    const element = this;
    const set = (name) => readSetting(element, name);
    return {
      __proto__: null,
      get language() { return element.#shown; },
      get start() { return set('start'); },
      get variant() { return set('variant'); },
      get groupFirst() { return set('group-first'); },
      get groupSecond() { return set('group-second'); },
      get ctaHref() { return set('cta-href'); },
      get ctaText() { return set('cta-text'); },
      get answers() { return set('answers'); },
      get keep() { return set('persist') === 'none' ? undefined : element.#keeping.isKept; },
      get shares() { return canShare(); },
      get address() { return element.#link.page; },
      get notice() { return element.#keeping.notice; },
      get handOutFailed() { return element.#handingOut.hasFailed; },
      get results() { return readResults(); },
      get today() { return today(); },
      get requests() { return REQUESTS.join('\n'); },
      get keys() { return set('persist') === 'none' ? '' : keptKeys().join('\n'); },
      get analytics() { return set('analytics') === 'none' ? '' : set('analytics'); },

      changed: (saved, code) => this.#onChange(saved, code),
      served: () => this.#onServed?.(),
      tell: (name, detail) => this.#tell(name, JSON.parse(detail)),
      unreadable: (reason) => this.#keeping.reject(reason),
      chooseLanguage: (language) => void this.#choose(language),
      keepAnswers: (isWanted) => this.#keeping.keep(isWanted),
      keepResults: (list) => this.#keeping.keepResults(list),
      copy: (what, text) => void this.#copy(what, text),
      download: (name, format, text) => {
        this.#tell('download', { version: 1, format, name: downloadText(name, format, text) });
      },
      share: (title, text) => void shareText(title, text, () => {
        this.#tell('share', { version: 1, what: 'result', method: 'sheet' });
      }),
      handOut: (what) => void this.#handingOut.handOut(what, this.shadowRoot),
    };
  }

  async #copy(what, text) {
    await copyText(text, this.shadowRoot);
    if (what !== 'privacy') this.#tell('share', { version: 1, what, method: 'copy' });
  }

  /** The session is another one, and perhaps shows a result. */
  #onChange(saved, code) {
    this.#keeping.save(saved);
    if (code) this.#setCode(code);
  }

  #tell(name, detail) {
    if (!this.#isReady) {
      this.#untold.push([name, detail]);
      return;
    }
    if (name === 'restart') this.#setCode('');
    if (name === 'step') [this.#keeping, this.#handingOut].forEach((part) => part.turnPage());
    this.#dispatch(name, detail);
    count(this.analytics, name, detail);
  }

  #dispatch(name, detail) {
    const init = { __proto__: null, bubbles: true, cancelable: false, composed: true, detail: frozen(detail) };
    this.dispatchEvent(new CustomEvent(name, init));
  }

  #setCode(code) {
    this.#code = code;
    this.#setFormValue();
  }

  #setFormValue() {
    this.#internals.setFormValue(this.#code || null);
  }

  #adoptSheets() {
    adoptSheets(this, this.#runtime && laterSheet);
  }

  /** Not from within the call that the widget is making. */
  #updateSoon() {
    queueMicrotask(() => this.#update());
  }

  #update() {
    if (!this.#runtime) {
      if (this.#isServing) this.#serve();
      return;
    }
    const language = languageOf(this.#language);
    if (this.#languages.has(language)) this.#shown = language;
    this.#runtime.update();
    this.#checkLanguage();
  }

  /** Sees to the language that is wanted; until its texts have come, and if they can't, the one shown stays. */
  async #checkLanguage() {
    if (!this.#runtime) return;
    const wanted = this.getAttribute('lang');
    if (wanted && !knownLanguage(wanted)) {
      this.#warnings.say(`lang=${wanted}`, `unknown lang "${wanted}": shown in ${languageOf(wanted)}`);
    }
    const language = languageOf(this.#language);
    if (language === this.#shown || language === this.#missing) return;
    if (await this.#learn(language)) this.#update();
  }

  /** The visitor's choice becomes the element's language once its texts are there, and unless another came since. */
  async #choose(language) {
    this.#chosen = language;
    if (await this.#learn(language) && this.#chosen === language) {
      this.setAttribute('lang', language);
      this.#keeping.speak(language);
    }
  }

  /** Gives a runtime the texts of a language, if they can be had. */
  async #learn(language, runtime = this.#runtime) {
    try {
      if (!this.#languages.has(language)) await addTexts(runtime, language);
    } catch (error) {
      const { code, message } = asFailure(error);
      this.#missing = language;
      this.#warnings.say(`texts=${language}`, `no texts in "${language}", shown in ${this.#shown}: ${code}: ${message}`);
      return false;
    }
    if (this.#runtime && this.#runtime !== runtime) return false;
    this.#languages.add(language);
    return true;
  }
}

reflectSettings(B2bB2cProfile);

export { B2bB2cProfile };
