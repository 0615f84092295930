import { deepFreeze } from '../deep-freeze.js';
import { count } from './analytics.js';
import { readSetting } from './settings.js';

/** Dispatches one element's events; holds those from before a page can be answered until it can. */
export class ElementEvents {
  #element;
  #isReady = false;
  #waiting = [];
  #onReady;
  /** Resolves when a page can be answered for the first time. */
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

  /** Called when a page can be answered, in `language`. */
  begin(language) {
    if (this.#isReady) return;
    this.#isReady = true;
    this.dispatchNow('ready', { version: 1, language });
    this.#waiting.splice(0).forEach(([name, detail]) => this.dispatch(name, detail));
    this.#onReady();
  }

  /** Called when no page can be answered any more. */
  pause() { this.#isReady = false; }

  /** Dispatches an event without waiting for a page that can be answered. */
  dispatchNow(name, detail) {
    const init = { __proto__: null, bubbles: true, cancelable: false, composed: true, detail: deepFreeze(detail) };
    this.#element.dispatchEvent(new CustomEvent(name, init));
  }
}
