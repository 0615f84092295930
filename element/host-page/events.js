// What an element tells its page, by events.

import { count } from './analytics.js';
import { frozen } from './frozen.js';

/** One element's events. What happens before a page can be answered is told once it can. */
class Telling {
  #element;
  #isReady = false;
  #untold = [];
  #onReady;
  /** Settles when a page can be answered for the first time. */
  ready = new Promise((resolve) => { this.#onReady = resolve; });

  constructor(element) {
    this.#element = element;
  }

  tell(name, detail) {
    if (!this.#isReady) {
      this.#untold.push([name, detail]);
      return;
    }
    this.tellNow(name, detail);
    count(this.#element.analytics, name, detail);
  }

  /** A page can be answered, in this language. */
  begin(language) {
    if (this.#isReady) return;
    this.#isReady = true;
    this.tellNow('ready', { version: 1, language });
    this.#untold.splice(0).forEach((told) => this.tell(...told));
    this.#onReady();
  }

  /** No page can be answered any more. */
  pause() {
    this.#isReady = false;
  }

  /** Tells something whatever stands on the page. */
  tellNow(name, detail) {
    const init = { __proto__: null, bubbles: true, cancelable: false, composed: true, detail: frozen(detail) };
    this.#element.dispatchEvent(new CustomEvent(name, init));
  }
}

export { Telling };
