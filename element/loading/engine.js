import { CallQueue } from './call-queue.js';
import { Failure, asFailure } from './failure.js';
import { giveUpDownloads } from './load-once.js';
import { startRuntime } from './runtime.js';

/** How long loading may take before visitors see a notice, in milliseconds. */
const PATIENCE = 12_000;

/** One element's engine: at most one runtime, and at most one attempt to start one. Restarts once after a panic. */
export class Engine {
  /**
   * The runtime whose widget is drawn or about to be; undefined before a start and after a panic.
   *
   * @type {import('../../generated/glue.js').Runtime | undefined}
   */
  runtime;
  calls = new CallQueue((runtime) => this.runtime === runtime);
  #attempt;
  #crashes = 0;
  #lifecycle;

  /** @param {import('../lifecycle.js').Lifecycle} lifecycle */
  constructor(lifecycle) { this.#lifecycle = lifecycle; }

  get isStarting() { return Boolean(this.#attempt); }

  get hasCrashed() { return this.#crashes > 0; }

  /** Starts the engine; resolves when the widget is drawn or has failed. */
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

  /** Abandons the runtime and any attempt to start one. */
  drop() { this.runtime = this.#attempt = undefined; }

  async #try(attempt) {
    const language = this.#lifecycle.begin();
    // Unless there is a new attempt, a widget that loads late still replaces the notice.
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
      // A stalled attempt has failed already; its downloads may have been aborted, even by another element.
      if (isCurrent() && !attempt.isStalled) this.#lifecycle.fail(asFailure(error));
    } finally {
      clearTimeout(patience);
      if (isCurrent()) this.#attempt = undefined;
    }
  }

  #onCrash(error) {
    // Otherwise a start that waits for its first page would wait forever.
    this.drop();
    this.#crashes += 1;
    console.error('b2b-b2c-profile: the widget crashed', error);
    this.#lifecycle.events.pause();
    this.calls.served();
    // Waits until all calls into the crashed runtime have returned.
    setTimeout(() => {
      if (this.#crashes === 1) {
        this.#lifecycle.store.recover();
        this.start();
      } else this.#lifecycle.fail(new Failure('crashed', 'the widget crashed again after it had come back'));
    });
  }
}
