// The engine of one element: module, texts and styles, loaded and started when they are wanted.

import { CallQueue } from './call-queue.js';
import { Failure, asFailure } from './failure.js';
import { giveUpDownloads } from './load-once.js';
import { startRuntime } from './runtime.js';

/** How long loading may take before visitors hear that nothing comes, in milliseconds. */
const PATIENCE = 12_000;

/** Has one runtime at most, and one attempt at most to start one. After a panic it comes back once. */
export class Engine {
  /**
   * The runtime whose widget is drawn, or about to be; none before a start, and after a panic.
   *
   * @type {import('../../generated/glue.js').Runtime | undefined}
   */
  runtime;
  /** What scripts call that takes the engine. */
  calls = new CallQueue((runtime) => this.runtime === runtime);
  #attempt;
  #crashes = 0;
  #lifecycle;

  /** @param {import('../lifecycle.js').Lifecycle} lifecycle */
  constructor(lifecycle) { this.#lifecycle = lifecycle; }

  get isStarting() { return Boolean(this.#attempt); }

  get hasCrashed() { return this.#crashes > 0; }

  /** Starts the engine; resolves when the widget is there, or can't be. */
  async start() {
    if (this.runtime || this.#attempt) return this.#attempt?.end;
    const attempt = { __proto__: null, isStalled: false, end: Promise.resolve() };
    this.#attempt = attempt;
    attempt.end = this.#try(attempt);
    return attempt.end;
  }

  /** Starts it again after an error. */
  async retry() {
    this.#crashes = 0;
    if (this.#attempt?.isStalled) {
      this.#attempt = undefined;
      giveUpDownloads();
    }
    await this.start();
  }

  /** Has nothing to do with the runtime any more, nor with a start under way. */
  drop() { this.runtime = this.#attempt = undefined; }

  async #try(attempt) {
    const language = this.#lifecycle.begin();
    // What comes late is still welcome, unless a new attempt was made: the widget takes the place of the notice.
    const isCurrent = () => this.#attempt === attempt;
    const patience = setTimeout(() => {
      if (!isCurrent()) return;
      attempt.isStalled = true;
      this.#lifecycle.fail(new Failure('stalled', 'still loading'));
    }, PATIENCE);
    try {
      const runtime = await startRuntime(language, (error) => this.#onCrash(error));
      await this.#lifecycle.prepare(runtime, language, isCurrent);
      if (!isCurrent()) return;
      this.runtime = runtime;
      await this.#lifecycle.mount(runtime);
    } catch (error) {
      // One failure is enough: a stalled attempt may have been given up, by another element too.
      if (isCurrent() && !attempt.isStalled) this.#lifecycle.fail(asFailure(error));
    } finally {
      clearTimeout(patience);
      if (isCurrent()) this.#attempt = undefined;
    }
  }

  #onCrash(error) {
    // A start that waits for its first page would wait for ever.
    this.drop();
    this.#crashes += 1;
    console.error('b2b-b2c-profile: the widget crashed', error);
    this.#lifecycle.pause();
    this.calls.served();
    // Only once the runtime that is going down has been left.
    setTimeout(() => {
      if (this.#crashes === 1) {
        this.#lifecycle.store.recover();
        this.start();
      } else this.#lifecycle.fail(new Failure('crashed', 'the widget crashed again after it had come back'));
    });
  }
}
