import { CSS } from './built.js';
import { startRuntime } from './runtime.js';

const THEMES = ['auto', 'light', 'dark'];

/**
 * `<b2b-b2c-profile>`: the self-assessment as a custom element.
 *
 * Attributes: `lang`, the language (else that of the nearest ancestor with one, else Dutch); `theme`, `auto` (that
 * of the page), `light` or `dark`. Children are shown until the widget is there, and if it can't be.
 * The session belongs to the element: it survives a move, and a removal for as long as the element is kept.
 */
class B2bB2cProfile extends HTMLElement {
  static observedAttributes = ['lang', 'theme'];

  #content = document.createElement('div');
  #waiting = document.createElement('slot');
  #runtime;
  #isStarting = false;
  #warned = new Set();

  constructor() {
    super();
    this.#content.className = 'bp-root';
    this.attachShadow({ mode: 'open' }).append(this.#waiting, this.#content);
    this.#adoptSheet();
  }

  get theme() {
    const theme = this.getAttribute('theme');
    return THEMES.includes(theme) ? theme : 'auto';
  }

  set theme(theme) {
    this.setAttribute('theme', theme);
  }

  connectedCallback() {
    this.#start();
  }

  adoptedCallback() {
    // A constructed sheet belongs to its document and stays behind when the element moves to another.
    this.#adoptSheet();
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === 'theme' && after !== null && !THEMES.includes(after)) {
      this.#warn('theme', after, `known are ${THEMES.join(', ')}`);
    }
    if (name === 'lang' && this.#runtime) {
      this.#checkLanguage(this.#runtime.update(this.#language));
    }
  }

  get #language() {
    return this.closest('[lang]')?.getAttribute('lang') ?? '';
  }

  async #start() {
    if (this.#runtime || this.#isStarting) return;
    this.#isStarting = true;
    try {
      const runtime = await startRuntime();
      this.#checkLanguage(runtime.mount(this.#content, this.#language, (code) => this.setAttribute('lang', code)));
      this.#runtime = runtime;
      this.#waiting.hidden = true;
    } catch (error) {
      console.error('b2b-b2c-profile: the widget could not start', error);
    } finally {
      this.#isStarting = false;
    }
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

  #adoptSheet() {
    const view = this.ownerDocument.defaultView;
    if (!view) return;
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(CSS);
    this.shadowRoot.adoptedStyleSheets = [sheet];
  }
}

export { B2bB2cProfile };
