// The languages of one element: which one is wanted, which one is shown, and whose texts its runtime has.

import { LANGUAGES } from '../../generated/texts.js';
import { asFailure } from '../loading/failure.js';
import { addTexts } from '../loading/runtime.js';
import { knownLanguage } from './known-languages.js';

/** The tag that stands at an element, or nearest around it, from inside shadow roots too. */
function tagAt(element) {
  for (let inner = element; inner; inner = inner.getRootNode().host) {
    const tagged = inner.closest('[lang]');
    if (tagged) return tagged.getAttribute('lang');
  }
  return '';
}

export class ElementLanguages {
  #lifecycle;
  #runtime;
  /** Those whose texts the runtime has, one whose texts can't be had, and the one that the visitor waits for. */
  #known = new Set();
  #missing = '';
  #chosen = '';
  #wanted;
  #around;
  /** The code of the one that the runtime shows; empty before there is one. */
  shown = '';

  /** @param {import('../lifecycle.js').Lifecycle} lifecycle */
  constructor(lifecycle) { this.#lifecycle = lifecycle; }

  /** The code of the language that is wanted: what stands at the element or nearest around it, if that is known. */
  get wanted() {
    this.#wanted = knownLanguage(tagAt(this.#lifecycle.element)) ?? this.#wanted ?? LANGUAGES[0];
    return this.#wanted;
  }

  /** Follows what the host page says, from now on. */
  watch() {
    this.unwatch();
    this.#around = new MutationObserver(() => {
      if (this.wanted !== this.shown) this.#lifecycle.update();
    });
    for (let root = this.#lifecycle.element.getRootNode(); root; root = root.host?.getRootNode()) {
      this.#around.observe(root, { __proto__: null, subtree: true, attributeFilter: ['lang'] });
    }
  }

  unwatch() { this.#around?.disconnect(); }

  /** The element's own tag is another one. */
  forgetChoice() { this.#chosen = this.#missing = ''; }

  /** Takes a runtime that has the texts of one language; shows the one that is wanted by now, if it can be had. */
  async begin(runtime, language) {
    this.#runtime = runtime;
    this.#known = new Set([language]);
    const { wanted } = this;
    this.shown = wanted !== language && await this.#learn(wanted) ? wanted : language;
  }

  /** Shows the language that is wanted, if its texts are there. */
  showWanted() {
    const { wanted } = this;
    if (this.#known.has(wanted)) this.shown = wanted;
  }

  /** Sees to the language that is wanted; until its texts have come, and if they can't, the one shown stays. */
  async loadWanted() {
    const own = this.#lifecycle.element.getAttribute('lang');
    if (own && !knownLanguage(own)) {
      this.#lifecycle.warnings.say(`lang=${own}`, `unknown lang "${own}": shown in ${this.wanted}`);
    }
    const { wanted } = this;
    if (wanted === this.shown || wanted === this.#missing) return;
    if (await this.#learn(wanted)) this.#lifecycle.update();
  }

  /** The visitor's choice counts once its texts are there, and unless another came since. */
  async choose(language) {
    this.#chosen = language;
    if (await this.#learn(language) && this.#chosen === language) this.#lifecycle.setLanguage(language);
  }

  /** Gives the runtime the texts of a language; whether it has them. */
  async #learn(language) {
    const runtime = this.#runtime;
    try {
      if (!this.#known.has(language)) await addTexts(runtime, language);
    } catch (error) {
      const { code, message } = asFailure(error);
      const { warnings } = this.#lifecycle;
      this.#missing = language;
      warnings.say(`texts=${language}`, `no texts in "${language}", shown in ${this.shown}: ${code}: ${message}`);
      return false;
    }
    if (this.#runtime !== runtime) return false;
    this.#known.add(language);
    return true;
  }
}
