// Asking for what is printed or drawn: the script that does it comes with the first wish.

import { loadHandOut } from './source.js';

/** One element's wishes, and whether the last one came to nothing. */
class HandingOut {
  #hasFailed = false;
  #onChange;
  #onFile;

  /** `onChange` is called when there is something else to say about it, `onFile` with what the page is told of a picture. */
  constructor(onChange, onFile) {
    this.#onChange = onChange;
    this.#onFile = onFile;
  }

  get hasFailed() {
    return this.#hasFailed;
  }

  /** Never rejects: what goes wrong is said once more by whoever reads `hasFailed`. */
  async handOut(what, root) {
    // A second failure is news again.
    this.#note(false);
    try {
      const { handOut } = await loadHandOut();
      const name = await handOut(what, root);
      if (name) this.#onFile({ version: 1, format: 'png', name });
    } catch (error) {
      console.warn(`b2b-b2c-profile: ${what} not handed out: ${error?.message ?? error}`);
      this.#note(true);
    }
  }

  /** What was said on one page is not said on the next. */
  turnPage() {
    this.#hasFailed = false;
  }

  #note(hasFailed) {
    if (hasFailed === this.#hasFailed) return;
    this.#hasFailed = hasFailed;
    this.#onChange();
  }
}

export { HandingOut };
