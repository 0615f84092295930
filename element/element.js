import { count } from './analytics.js';
import { VERSION } from './built.js';
import { contentPlace, drawn, takePlace } from './changing-places.js';
import { showEarly } from './early-screens.js';
import { Failure, PATIENCE, asFailure, showFallback } from './failure.js';
import { today } from './files.js';
import { frozen } from './frozen.js';
import { HandingOut } from './handing-out.js';
import { canShare, copyText, downloadText, readFile, shareText } from './handing-over.js';
import { Keeping, keptKeys, readKept, readResults } from './keeping.js';
import { knownLanguage, languageOf } from './language.js';
import { LaterPart } from './later-part.js';
import { Link } from './link.js';
import { whenNear } from './nearness.js';
import { addLaterPart, addTexts, giveUpDownloads, loadLaterPart, startRuntime } from './runtime.js';
import { ATTRIBUTES, readSetting, reflectSettings, settingFault, upgradeSettings } from './settings.js';
import { adoptSheets } from './sheets.js';
import { REQUESTS } from './source.js';
import { Warnings } from './warnings.js';
import { WASM } from './wasm.js';

/**
 * `<b2b-b2c-profile>`: the self-assessment as a custom element; `api/element.json` describes it in full.
 *
 * It shows its first page at once, and its children where the widget can't be. The session belongs to the element: it
 * survives a move, a removal for as long as the element is kept, and one panic. On a server, where there are no
 * elements, the class can be imported and no more.
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
  #later;
  /** The languages whose texts the runtime has, the one it shows, and one whose texts can't be had. */
  #languages = new Set();
  #shown = '';
  #missing = '';
  /** The language that the visitor waits for. */
  #chosen = '';
  /** The start that is under way. */
  #attempt;
  #crashes = 0;
  #nearness;
  #readiness = Promise.withResolvers();
  #isShown = false;
  #untold = [];
  #keeping = new Keeping(() => this.#updateSoon());
  #link = new Link(this);
  #handingOut = new HandingOut(() => this.#updateSoon(), (detail) => this.#tell('download', detail));
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
    adoptSheets(this);
    root.querySelector('style')?.remove();
  }

  connectedCallback() {
    upgradeSettings(this);
    this.#link.watch((end) => this.#runtime?.follow(end));
    if (this.#runtime) return;
    this.#showEarly();
    if (this.loading === 'lazy') this.#nearness = whenNear(this, () => this.#start());
    else this.#start();
  }

  disconnectedCallback() {
    this.#nearness?.disconnect();
    this.#link.leave();
  }

  adoptedCallback() {
    // A constructed sheet belongs to its document and stays behind when the element moves to another.
    adoptSheets(this);
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    const fault = settingFault(name, after);
    if (fault) this.#warnings.say(`${name}=${after}`, `unknown ${name} "${after}": ${fault}`);
    if (name === 'lang') this.#chosen = this.#missing = '';
    if (name === 'accent') adoptSheets(this);
    else if (name === 'loading' && this.isConnected && this.loading === 'eager') this.#start();
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

  /** Settles when the widget can be used; waits on while it can't. */
  whenReady() {
    return this.#readiness.promise;
  }

  /** The result as it stands, frozen; `null` before there is one. Answers and code only if asked for. */
  result(options) {
    const text = this.#runtime?.result(Boolean(options?.answers));
    return text ? frozen(JSON.parse(text)) : null;
  }

  /** Begins anew, as the visitor's own button does; focus stays where it is. */
  restart() {
    this.#runtime?.restart();
  }

  /**
   * Shows the result that a code stands for, once the widget is ready.
   *
   * Resolves with `'restored'`, or with what is wrong with the code; then nothing has changed.
   */
  async restore(code) {
    await this.whenReady();
    if (!await this.#later.get()) return 'unavailable';
    return this.#runtime?.restore(String(code)) || 'restored';
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

  /** Whether the visitor begins with something that takes the whole program: answers, or results to look at. */
  get #isWholeNeeded() {
    return Boolean(this.#keeping.saved || this.#link.end || (this.persist !== 'none' && readResults()));
  }

  /** Shows the first page until the widget is there, unless the visitor was further than that already. */
  #showEarly() {
    const { variant, start, persist } = this;
    if (this.#keeping.saved || (persist === 'ask' && readKept()) || this.#link.end) return;
    showEarly(this.#content, { __proto__: null, language: this.#language, variant, start, persist });
    this.#waiting.hidden = true;
  }

  async #start() {
    if (this.#runtime || this.#attempt) return;
    this.#resume();
    const attempt = { __proto__: null, isStalled: false };
    this.#attempt = attempt;
    // What comes late is still welcome, unless a new attempt was made: the widget takes the place of the notice.
    const isCurrent = () => this.#attempt === attempt;
    const patience = setTimeout(() => {
      if (!isCurrent()) return;
      attempt.isStalled = true;
      this.#fail(new Failure('stalled', 'still loading'));
    }, PATIENCE);
    try {
      const language = this.#shown || languageOf(this.#language);
      if (this.#isWholeNeeded) loadLaterPart().catch(() => {});
      const runtime = await startRuntime(language, (error) => this.#onCrash(error));
      await this.#content.early?.settled();
      if (!isCurrent()) return;
      const latest = await this.#latest(runtime, language);
      this.#resume();
      if (this.#isWholeNeeded) await addLaterPart(runtime);
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
    this.#later = new LaterPart(runtime, () => this.#updateSoon());
    this.#shown = language;
    runtime.mount(content, this.#host);
    // After a panic it may have been the shared result that couldn't be drawn.
    if (!this.#crashes && this.#link.end) runtime.follow(this.#link.end);
    if (this.#runtime !== runtime) return;
    this.#checkLanguage();
    await drawn(content);
    if (this.#runtime === runtime) this.#show(content, language);
  }

  /** Lets the widget take the place of what stands there: the first pages, which look the same, or what crashed. */
  #show(content, language) {
    const before = this.#content;
    const { early } = before;
    early?.end();
    takePlace(before, content, !early?.isWaiting);
    this.#content = content;
    this.#notice?.remove();
    this.#waiting.hidden = true;
    this.#dispatch('ready', { version: 1, language });
    this.#isShown = true;
    this.#untold.splice(0).forEach(([name, detail]) => this.#tell(name, detail));
    if (early?.isKept) this.#keeping.keep(true);
    this.#readiness.resolve();
  }

  /** A panic: the widget comes back once, with its answers. */
  #onCrash(error) {
    this.#runtime = undefined;
    // A start that waits for its first page would wait for ever.
    this.#attempt = undefined;
    this.#isShown = false;
    this.#crashes += 1;
    console.error('b2b-b2c-profile: the widget crashed', error);
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
    this.#content.replaceChildren();
    const address = this.fallbackHref || (WASM.script && new URL('offline.html', WASM.script).href);
    this.#notice = showFallback(this, this.#waiting, { __proto__: null, language: this.#language, address });
    this.#dispatch('error', { version: 1, code, message });
  }

  /** What the widget asks of this element. Nothing here throws: an error would end the runtime that called. */
  #host = {
    __proto__: null,
    setting: (name) => this.#setting(name),
    tell: (name, detail) => this.#tell(name, JSON.parse(detail)),
    changed: (saved) => this.#keeping.save(saved),
    completed: (code) => this.#setCode(code),
    languageChosen: (language) => void this.#choose(language),
    keep: (isWanted) => this.#keeping.keep(isWanted),
    keepResults: (list) => this.#keeping.keepResults(list),
    laterPart: () => void this.#later.get(),
    unreadable: (reason) => this.#keeping.reject(reason),
    copy: (text) => void copyText(text, this.shadowRoot),
    download: downloadText,
    share: (title, text, detail) => void shareText(title, text, () => this.#tell('share', JSON.parse(detail))),
    readFile: (field) => void readFile(field).then((text) => this.#runtime?.bring_file(text)),
    handOut: (what) => void this.#handingOut.handOut(what, this.shadowRoot),
  };

  #setting(name) {
    switch (name) {
      case 'language': return this.#shown;
      case 'early': return this.#content.early?.done ?? '';
      case 'saved': return this.#keeping.saved;
      case 'share': return canShare() ? 'on' : '';
      case 'keep': return this.persist === 'none' ? '' : this.#keeping.isKept ? 'on' : 'off';
      case 'address': return this.#link.page;
      case 'notice': return this.#keeping.notice;
      case 'hand-out-failed': return this.#handingOut.hasFailed ? 'yes' : '';
      case 'requests': return REQUESTS.join('\n');
      case 'results': return readResults();
      case 'later-part': return this.#later.state;
      case 'today': return today();
      case 'keys': return this.persist === 'none' ? '' : keptKeys().join('\n');
      case 'analytics': return this.analytics === 'none' ? '' : this.analytics;
      default: return String(readSetting(this, name) || '');
    }
  }

  #tell(name, detail) {
    // What the visitor did before the widget was there is told once it is.
    if (!this.#isShown) {
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

  /** Not from within the call that the widget is making. */
  #updateSoon() {
    queueMicrotask(() => this.#update());
  }

  #update() {
    if (!this.#runtime) {
      if (this.#content.early && this.#content.firstChild) this.#showEarly();
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
