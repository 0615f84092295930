import { LANGUAGES } from '../../generated/texts.js';
import { asFailure } from '../loading/failure.js';
import { addTexts } from '../loading/runtime.js';
import { knownLanguage } from './known-languages.js';
import { languageAround, observeLanguages } from './language-around.js';

/** Which language one element should show, which one it shows, and which texts its runtime has. */
export class ElementLanguages {
  #lifecycle;
  #runtime;
  /** The languages whose texts the runtime has. */
  #known = new Set();
  /** The last language whose texts failed to load. */
  #missing = '';
  /** The language that the visitor chose last. */
  #chosen = '';
  #wanted;
  #around;
  /** The language that the runtime shows; empty before there is a runtime. */
  shown = '';

  /** @param {import('../lifecycle.js').Lifecycle} lifecycle */
  constructor(lifecycle) { this.#lifecycle = lifecycle; }

  /** The language set on the element or nearest around it; if that is unknown, the last known one, or the default. */
  get wanted() {
    this.#wanted = knownLanguage(languageAround(this.#lifecycle.element)) ?? this.#wanted ?? LANGUAGES[0];
    return this.#wanted;
  }

  /** Starts to follow the host page's language. */
  watch() {
    this.unwatch();
    this.#around = new MutationObserver(() => {
      if (this.wanted !== this.shown) this.#lifecycle.update();
    });
    observeLanguages(this.#around, this.#lifecycle.element);
  }

  unwatch() { this.#around?.disconnect(); }

  /** Called when the element's own `lang` has changed. */
  forgetChoice() { this.#chosen = this.#missing = ''; }

  /** Takes a runtime that has the texts of `language`; shows the language wanted by now, if its texts load. */
  async begin(runtime, language) {
    this.#runtime = runtime;
    this.#known = new Set([language]);
    const { wanted } = this;
    this.shown = wanted !== language && await this.#learn(wanted) ? wanted : language;
  }

  /** Shows the wanted language if its texts are loaded. */
  showWanted() {
    const { wanted } = this;
    if (this.#known.has(wanted)) this.shown = wanted;
  }

  /** Loads the wanted language; the one on show stays until then, or if loading fails. */
  async loadWanted() {
    const own = this.#lifecycle.element.getAttribute('lang');
    if (own && !knownLanguage(own)) {
      this.#lifecycle.warn(`lang=${own}`, `unknown lang "${own}": shown in ${this.wanted}`);
    }
    const { wanted } = this;
    if (wanted === this.shown || wanted === this.#missing) return;
    if (await this.#learn(wanted)) this.#lifecycle.update();
  }

  /** Applies the visitor's choice once its texts are loaded, unless another choice has been made since. */
  async choose(language) {
    this.#chosen = language;
    if (await this.#learn(language) && this.#chosen === language) this.#lifecycle.setLanguage(language);
  }

  /** Loads the texts of a language into the runtime; returns whether it has them. */
  async #learn(language) {
    const runtime = this.#runtime;
    try {
      if (!this.#known.has(language)) await addTexts(runtime, language);
    } catch (error) {
      const { code, message } = asFailure(error);
      this.#missing = language;
      const text = `no texts in "${language}", shown in ${this.shown}: ${code}: ${message}`;
      this.#lifecycle.warn(`texts=${language}`, text);
      return false;
    }
    if (this.#runtime !== runtime) return false;
    this.#known.add(language);
    return true;
  }
}
