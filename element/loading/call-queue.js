// What scripts call of the engine, which may come later, or be busy with an earlier call.

import { nextTask } from './runtime.js';

/** One element's calls, carried out one after another. */
export class CallQueue {
  #waiting = [];
  #isBusy = false;
  #isCurrent;
  #onServed;

  /** `isCurrent` says whether a runtime is still the element's. */
  constructor(isCurrent) { this.#isCurrent = isCurrent; }

  get isEmpty() { return this.#waiting.length === 0; }

  /**
   * Adds a call: a function of a runtime that returns what is wrong with it, if anything is. `answer` gets that once
   * its effect can be read, or nothing where there is no engine, unless the call `mayWait` for another start then.
   */
  add(call, answer, mayWait) { this.#waiting.push({ __proto__: null, call, answer, mayWait }); }

  /** Has a runtime do all that is asked for. */
  async carryOut(runtime) {
    while (!this.#isBusy && this.#isCurrent(runtime) && !this.isEmpty) {
      (await this.carryOutNext(runtime))();
      // Whoever waited for that reads what came of it, before the next call changes it.
      await nextTask();
    }
  }

  /** Has it do the next thing, if there is one; resolves with what answers the call. */
  async carryOutNext(runtime) {
    if (this.isEmpty) return () => {};
    const { call, answer } = this.#waiting.shift();
    this.#isBusy = true;
    const fault = call(runtime);
    if (!fault) await new Promise((resolve) => { this.#onServed = resolve; });
    this.#isBusy = false;
    return () => answer(this.#isCurrent(runtime) ? fault : undefined);
  }

  /** The call under way is done, or never will be. */
  served() { this.#onServed?.(); }

  /** There is no engine: whoever waits for an answer gets one. */
  giveUp() {
    const waiting = this.#waiting;
    this.#waiting = waiting.filter(({ mayWait }) => mayWait);
    waiting.forEach(({ answer, mayWait }) => { if (!mayWait) answer(); });
  }
}
