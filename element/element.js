import { accentSheet } from './accent.js';
import { count } from './analytics.js';
import { CSS, VERSION } from './built.js';
import { drawn, takePlace } from './changing-places.js';
import { showEarly } from './early-screens.js';
import { Failure, asFailure, failureNotice } from './failure.js';
import { copyText, downloadText } from './handing-over.js';
import { forgetKept, keptKeys, readKept, writeKept } from './keeping.js';
import { giveUpDownload, startRuntime } from './runtime.js';
import { ATTRIBUTES, readSetting, reflectSettings, settingFault, upgradeSettings } from './settings.js';
import { REQUESTS } from './source.js';
import { WASM } from './wasm.js';

/** How long loading may take before visitors see what the page has instead, in milliseconds. */
const PATIENCE = 12_000;
/** How near to the window a lazy element starts. */
const NEAR = '400px';

/**
 * `<b2b-b2c-profile>`: the self-assessment as a custom element; `api/element.json` describes it in full.
 *
 * Children are shown until the widget is there, and if it can't be. The session belongs to the element: it survives
 * a move, a removal for as long as the element is kept, and one panic. On a server, where there are no elements, the
 * class can be imported and no more.
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
  /** The start that is under way. */
  #attempt;
  #crashes = 0;
  #nearness;
  #readiness = promise();
  #isShown = false;
  #untold = [];
  /** The session as text: what a runtime goes on from. */
  #saved = '';
  /** Whether the session was there at an earlier visit, and whether it is kept for a later one. */
  #isResumed = false;
  #isRecovered = false;
  #isKept = false;
  #isStorageClosed = false;
  #code = '';
  #warned = new Set();

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
    if (this.#runtime) return;
    this.#showEarly();
    if (this.loading === 'lazy') this.#startWhenNear();
    else this.#start();
  }

  disconnectedCallback() {
    this.#nearness?.disconnect();
  }

  adoptedCallback() {
    // A constructed sheet belongs to its document and stays behind when the element moves to another.
    this.#adoptSheets();
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    const fault = settingFault(name, after);
    if (fault) this.#warn(name, after, fault);
    if (name === 'accent') this.#adoptSheets();
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
  get type() {
    return this.localName;
  }

  /** Settles when the widget can be used; waits on while it can't. */
  whenReady() {
    return this.#readiness.settled;
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
    return this.#runtime?.restore(String(code)) || 'restored';
  }

  /** Tries again after an error. */
  async retry() {
    this.#crashes = 0;
    if (this.#attempt?.isStalled) {
      this.#attempt = undefined;
      giveUpDownload();
    }
    await this.#start();
  }

  get #language() {
    return this.closest('[lang]')?.getAttribute('lang') ?? '';
  }

  /** What there is to say about the session. */
  get #noticeName() {
    if (this.#isStorageClosed) return 'storage-failed';
    if (this.#isRecovered) return 'recovered';
    return this.#isResumed ? 'resumed' : '';
  }

  /** Shows the first page until the widget is there, unless the visitor was further than that already. */
  #showEarly() {
    const { variant, start, persist } = this;
    if (this.#saved || (persist === 'ask' && readKept())) return;
    showEarly(this.#content, { __proto__: null, language: this.#language, variant, start, persist });
    this.#waiting.hidden = true;
  }

  #startWhenNear() {
    this.#nearness ??= new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      this.#nearness.disconnect();
      this.#start();
    }, { __proto__: null, rootMargin: NEAR });
    this.#nearness.observe(this);
    // Who points at it or reaches it by key will want it in a moment.
    for (const name of ['pointerover', 'focusin']) {
      this.addEventListener(name, () => this.#start(), { __proto__: null, once: true });
    }
  }

  async #start() {
    if (this.#runtime || this.#attempt) return;
    const attempt = { __proto__: null, isStalled: false };
    this.#attempt = attempt;
    // What comes late is still welcome, unless a new attempt was made: the widget takes the place of the notice.
    const isCurrent = () => this.#attempt === attempt;
    const patience = setTimeout(() => {
      attempt.isStalled = true;
      this.#fail(new Failure('stalled', 'still loading'));
    }, PATIENCE);
    try {
      const runtime = await startRuntime((error) => this.#onCrash(error));
      await this.#content.early?.settled();
      if (isCurrent()) await this.#mount(runtime);
    } catch (error) {
      // One failure is enough: a stalled attempt may have been given up, by another element too.
      if (isCurrent() && !attempt.isStalled) this.#fail(asFailure(error));
    } finally {
      clearTimeout(patience);
      if (isCurrent()) this.#attempt = undefined;
    }
  }

  async #mount(runtime) {
    if (!this.#saved && this.persist === 'ask') {
      this.#saved = readKept();
      this.#isResumed = this.#isKept = this.#saved !== '';
    }
    // A new place for each runtime: Yew's listeners never leave the one that they were put on.
    const content = contentPlace();
    this.#runtime = runtime;
    const language = runtime.mount(content, this.#host);
    if (this.#runtime !== runtime) return;
    this.#checkLanguage(language);
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
    if (early?.isKept) this.#keep(true);
    this.#readiness.settle();
  }

  /** A panic: the widget comes back once, with its answers. */
  #onCrash(error) {
    this.#runtime = undefined;
    this.#isShown = false;
    this.#crashes += 1;
    console.error('b2b-b2c-profile: the widget crashed', error);
    // Only once the runtime that is going down has been left.
    setTimeout(() => {
      this.#isRecovered = this.#crashes === 1;
      if (this.#isRecovered) this.#start();
      else this.#fail(new Failure('crashed', 'the widget crashed again after it had come back'));
    });
  }

  #fail({ code, message }) {
    console.error(`b2b-b2c-profile: the widget could not start: ${code}: ${message}`);
    this.#notice?.remove();
    this.#content.replaceChildren();
    const hasChildren = this.firstElementChild || this.textContent.trim();
    this.#waiting.hidden = !hasChildren;
    if (!hasChildren) {
      const address = this.fallbackHref || (WASM.script && new URL('offline.html', WASM.script).href);
      this.#notice = failureNotice(this.#language, address, () => this.retry());
      this.shadowRoot.append(this.#notice);
    }
    this.#dispatch('error', { version: 1, code, message });
  }

  /** What the widget asks of this element. Nothing here throws: an error would end the runtime that called. */
  #host = {
    __proto__: null,
    setting: (name) => this.#setting(name),
    tell: (name, detail) => this.#tell(name, JSON.parse(detail)),
    changed: (saved) => this.#save(saved),
    completed: (code) => this.#setCode(code),
    languageChosen: (language) => this.setAttribute('lang', language),
    keep: (isKept) => this.#keep(isKept),
    copy: (text) => void copyText(text, this.shadowRoot),
    download: (stem, text) => downloadText(stem, text),
  };

  #setting(name) {
    switch (name) {
      case 'language': return this.#language;
      case 'early': return this.#content.early?.done ?? '';
      case 'saved': return this.#saved;
      case 'keep': return this.persist === 'none' ? '' : this.#isKept ? 'on' : 'off';
      case 'notice': return this.#noticeName;
      case 'requests': return REQUESTS.join('\n');
      case 'keys': return this.persist === 'none' ? '' : keptKeys().join('\n');
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
    if (name === 'step') this.#isResumed = this.#isRecovered = false;
    this.#dispatch(name, detail);
    count(this.analytics, name, detail);
  }

  #dispatch(name, detail) {
    const init = { __proto__: null, bubbles: true, cancelable: false, composed: true, detail: frozen(detail) };
    this.dispatchEvent(new CustomEvent(name, init));
  }

  #save(saved) {
    this.#saved = saved;
    if (this.#isKept && !writeKept(saved)) this.#noteKeeping(false, true);
  }

  #keep(isWanted) {
    const isDone = isWanted ? writeKept(this.#saved) : forgetKept();
    this.#noteKeeping(isWanted && isDone, !isDone);
  }

  #noteKeeping(isKept, isStorageClosed) {
    this.#isKept = isKept;
    this.#isStorageClosed = isStorageClosed;
    this.#updateSoon();
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
    if (this.#runtime) this.#checkLanguage(this.#runtime.update());
    else if (this.#content.early) this.#showEarly();
  }

  #checkLanguage(used) {
    const wanted = this.getAttribute('lang');
    if (wanted && wanted.split(/[-_]/)[0].toLowerCase() !== used) {
      this.#warn('lang', wanted, `shown in ${used}`);
    }
  }

  #warn(attribute, value, what) {
    const key = `${attribute}=${value}`;
    if (this.#warned.has(key)) return;
    this.#warned.add(key);
    console.warn(`b2b-b2c-profile: unknown ${attribute} "${value}": ${what}`);
  }

  #adoptSheets() {
    const view = this.ownerDocument.defaultView;
    if (!view) return;
    const sheets = this.accent ? [CSS, accentSheet(this.accent)] : [CSS];
    this.shadowRoot.adoptedStyleSheets = sheets.map((text) => {
      const sheet = new view.CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
  }
}

reflectSettings(B2bB2cProfile);

function contentPlace() {
  const place = document.createElement('div');
  place.className = 'bp-root';
  return place;
}

/** A promise to be settled from outside. */
function promise() {
  let settle;
  const settled = new Promise((resolve) => { settle = resolve; });
  return { settled, settle };
}

/** Freezes what JSON can hold, all the way down. */
function frozen(value) {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

export { B2bB2cProfile };
