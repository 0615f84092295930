// What a script asks of the engine, which may come later, or be busy with what was asked before.

import { nextTask } from './runtime.js';

/** One element's wishes, carried out one after another. */
class Wishes {
  #waiting = [];
  #isBusy = false;
  #isCurrent;
  #onServed;

  /** `isCurrent` says whether a runtime is still the element's. */
  constructor(isCurrent) {
    this.#isCurrent = isCurrent;
  }

  get isEmpty() {
    return this.#waiting.length === 0;
  }

  /**
   * Adds a wish: a function of a runtime that returns what is wrong with it, if anything is. `tell` hears that once its
   * effect can be read, or nothing where there is no engine, unless the wish `mayWait` for another start then.
   */
  add(wish, tell, mayWait) {
    this.#waiting.push({ __proto__: null, wish, tell, mayWait });
  }

  /** Has a runtime do all that is asked for. */
  async carryOut(runtime) {
    while (!this.#isBusy && this.#isCurrent(runtime) && !this.isEmpty) {
      (await this.carryOutNext(runtime))();
      // Whoever waited for that reads what came of it, before the next wish changes it.
      await nextTask();
    }
  }

  /** Has it do the next thing, if there is one; resolves with what tells whoever asked. */
  async carryOutNext(runtime) {
    if (this.isEmpty) return () => {};
    const { wish, tell } = this.#waiting.shift();
    this.#isBusy = true;
    const fault = wish(runtime);
    if (!fault) await new Promise((resolve) => { this.#onServed = resolve; });
    this.#isBusy = false;
    return () => tell(this.#isCurrent(runtime) ? fault : undefined);
  }

  /** The wish under way is done, or never will be. */
  served() {
    this.#onServed?.();
  }

  /** There is no engine: whoever waits to be told is told so. */
  giveUp() {
    const waiting = this.#waiting;
    this.#waiting = waiting.filter(({ mayWait }) => mayWait);
    waiting.forEach(({ tell, mayWait }) => { if (!mayWait) tell(); });
  }
}

export { Wishes };
