// The events by which an element tells its host page what happens.

import { deepFreeze } from '../deep-freeze.js';
import { count } from './analytics.js';
import { readSetting } from './settings.js';

/** One element's events. What happens before a page can be answered is dispatched once it can. */
export class ElementEvents {
  #element;
  #isReady = false;
  #waiting = [];
  #onReady;
  /** Settles when a page can be answered for the first time. */
  ready = new Promise((resolve) => { this.#onReady = resolve; });

  constructor(element) { this.#element = element; }

  dispatch(name, detail) {
    if (!this.#isReady) {
      this.#waiting.push([name, detail]);
      return;
    }
    this.dispatchNow(name, detail);
    count(readSetting(this.#element, 'analytics'), name, detail);
  }

  /** A page can be answered, in this language. */
  begin(language) {
    if (this.#isReady) return;
    this.#isReady = true;
    this.dispatchNow('ready', { version: 1, language });
    this.#waiting.splice(0).forEach(([name, detail]) => this.dispatch(name, detail));
    this.#onReady();
  }

  /** No page can be answered any more. */
  pause() { this.#isReady = false; }

  /** Dispatches an event whatever stands on the page. */
  dispatchNow(name, detail) {
    const init = { __proto__: null, bubbles: true, cancelable: false, composed: true, detail: deepFreeze(detail) };
    this.#element.dispatchEvent(new CustomEvent(name, init));
  }
}
