import { Failure, PATIENCE, asFailure } from './failure.js';
import { addLaterPart, giveUpDownloads, isWhole } from './runtime.js';

/** The second part of a runtime's program: what only a result needs. It comes once a visitor has begun to answer. */
class LaterPart {
  #runtime;
  #onChange;
  /** The try that is under way; none before the first, and after one that came to nothing. */
  #attempt;
  #hasFailed = false;
  #isStalled = false;

  /** `onChange` is called when it has come, or can't be had. */
  constructor(runtime, onChange) {
    this.#runtime = runtime;
    this.#onChange = onChange;
  }

  /** As the widget calls it. */
  get state() {
    if (isWhole(this.#runtime)) return 'here';
    return this.#hasFailed ? 'failed' : 'coming';
  }

  /** Sees to it that it comes, once more where it couldn't be had; resolves with whether it is there. */
  get() {
    this.#attempt ??= this.#fetch();
    return this.#attempt;
  }

  async #fetch() {
    if (this.#isStalled) giveUpDownloads();
    this.#note(false);
    let timer;
    const patience = new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(new Failure('stalled', 'still loading')), PATIENCE);
    });
    try {
      // What comes too late is still welcome.
      await Promise.race([addLaterPart(this.#runtime).then(this.#onChange), patience]);
      return true;
    } catch (error) {
      const { code, message } = asFailure(error);
      console.warn(`b2b-b2c-profile: no result can be shown: ${code}: ${message}`);
      this.#attempt = undefined;
      this.#isStalled = code === 'stalled';
      this.#note(true);
      return false;
    } finally {
      clearTimeout(timer);
    }
  }

  #note(hasFailed) {
    if (hasFailed === this.#hasFailed) return;
    this.#hasFailed = hasFailed;
    this.#onChange();
  }
}

export { LaterPart };
