import { PATIENCE, asFailure } from './failure.js';
import { addLaterPart, giveUpDownloads, isWhole } from './runtime.js';

/** The second part of a runtime's program: what only a result needs. It comes once a visitor has begun to answer. */
class LaterPart {
  #runtime;
  #onChange;
  #attempt;
  #hasFailed = false;

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
    if (this.state === 'coming' && this.#attempt) return this.#attempt;
    if (this.#hasFailed) {
      // What stalls is given up; what failed is loaded anew in any case.
      giveUpDownloads();
      this.#note(false);
    }
    this.#attempt = this.#fetch();
    return this.#attempt;
  }

  async #fetch() {
    const patience = setTimeout(() => this.#note(true), PATIENCE);
    try {
      await addLaterPart(this.#runtime);
      this.#hasFailed = false;
      this.#onChange();
      return true;
    } catch (error) {
      const { code, message } = asFailure(error);
      console.warn(`b2b-b2c-profile: no result can be shown: ${code}: ${message}`);
      this.#note(true);
      return false;
    } finally {
      clearTimeout(patience);
    }
  }

  #note(hasFailed) {
    if (hasFailed === this.#hasFailed) return;
    this.#hasFailed = hasFailed;
    this.#onChange();
  }
}

export { LaterPart };
