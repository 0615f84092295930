// What the element has put into its shadow root stays there, whatever others do to it.

import { MOST_LOSSES } from './changing-places.js';

/** Holds one element's parts in their root. */
class Hold {
  #parts;
  #root;
  #losses = 0;

  /** `parts` gives what belongs into the root now, in order. */
  constructor(parts) {
    this.#parts = parts;
  }

  watch(root) {
    this.#root = root;
    new MutationObserver(() => this.#mend()).observe(root, { __proto__: null, childList: true });
  }

  /** The visitor goes on: whoever took something away may have done it for the last time. */
  turnPage() {
    this.#losses = 0;
  }

  /** An emptied root, or one that was written anew from its own text: copies answer nobody. */
  #mend() {
    const parts = this.#parts();
    const isThere = (part) => part.parentNode === this.#root;
    if (parts.every(isThere) || this.#losses === MOST_LOSSES) return;
    this.#losses += 1;
    const copies = [...this.#root.children].filter((child) => child.matches('slot, .bp-root') && !parts.includes(child));
    copies.forEach((copy) => copy.remove());
    this.#root.prepend(...parts);
  }
}

export { Hold };
