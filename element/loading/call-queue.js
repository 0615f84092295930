import { nextTask } from './runtime.js';

/** Calls that wait for one element's engine to start, or to finish an earlier call; carried out one by one. */
export class CallQueue {
  #waiting = [];
  #isBusy = false;
  #isCurrent;
  #onServed;

  /** `isCurrent` returns whether a runtime is still the element's. */
  constructor(isCurrent) { this.#isCurrent = isCurrent; }

  get isEmpty() { return this.#waiting.length === 0; }

  /**
   * Adds a call: a function that takes a runtime and returns a fault, if any. `answer` receives the fault once the
   * call's effect can be read, or undefined if there is no engine. A call that `mayWait` stays for the next start.
   */
  add(call, answer, mayWait) { this.#waiting.push({ __proto__: null, call, answer, mayWait }); }

  /** Carries out all waiting calls on a runtime. */
  async carryOut(runtime) {
    while (!this.#isBusy && this.#isCurrent(runtime) && !this.isEmpty) {
      (await this.carryOutNext(runtime))();
      // Lets the caller read the effect before the next call changes it.
      await nextTask();
    }
  }

  /** Carries out the next call, if any; resolves with a function that answers it. */
  async carryOutNext(runtime) {
    if (this.isEmpty) return () => {};
    const { call, answer } = this.#waiting.shift();
    this.#isBusy = true;
    const fault = call(runtime);
    if (!fault) await new Promise((resolve) => { this.#onServed = resolve; });
    this.#isBusy = false;
    return () => answer(this.#isCurrent(runtime) ? fault : undefined);
  }

  /** Called when the call in progress is done and drawn, or never will be. */
  served() { this.#onServed?.(); }

  /** Called when there is no engine: answers all calls that may not wait. */
  giveUp() {
    const waiting = this.#waiting;
    this.#waiting = waiting.filter(({ mayWait }) => mayWait);
    waiting.forEach(({ answer, mayWait }) => { if (!mayWait) answer(); });
  }
}
