// What stands in an element's shadow root: the slot for its children, and the place where its pages are drawn.

import { failureNotice, showFallback } from './failure-notice.js';
import { MOST_LOSSES, contentPlace, replacePlace, withListenerProbe } from './place.js';

/** One element's contents. They stay there, whatever others do to them. */
export class ShadowContents {
  /** @type {import('./place.js').Place} */
  place;
  #element;
  #root;
  #slot;
  /** What is said where there is no widget. */
  #notice;
  #losses = 0;

  constructor(element) {
    // A host page may bring the first pages along in its markup.
    const declared = element.shadowRoot;
    const root = declared ?? element.attachShadow({ __proto__: null, mode: 'open' });
    if (!declared) root.append(document.createElement('slot'), contentPlace());
    this.#element = element;
    this.#root = root;
    this.#slot = root.querySelector('slot');
    this.place = withListenerProbe(root.querySelector('.bp-root'));
    // The markup brings its styles along; the element has sheets of its own.
    root.querySelector('style')?.remove();
    new MutationObserver(() => this.#repair()).observe(root, { __proto__: null, childList: true });
  }

  /** The first pages, as long as they stand there. */
  get firstPages() { return this.place.firstPages; }

  /** Something stands at the place: the children are not shown. */
  hideChildren() { this.#slot.hidden = true; }

  removeNotice() { this.#notice?.remove(); }

  /** Lets a widget take the place of what stands there: the first pages, which look the same, or what crashed. */
  show(place) {
    const { firstPages } = this;
    firstPages?.end();
    replacePlace(this.place, place, !firstPages?.isWaiting);
    this.place = place;
    this.removeNotice();
    this.hideChildren();
  }

  /** Says that there is no widget, with `words` for the notice; returns whether the first pages are still there. */
  fail(words) {
    const { firstPages } = this;
    const hasBegun = Boolean(firstPages?.isTouched);
    this.removeNotice();
    if (hasBegun) {
      this.#notice = failureNotice(this.#element, { ...words, hasBegun });
      firstPages?.showNotice(this.#notice);
    } else {
      firstPages?.end();
      this.place.firstPages = undefined;
      this.place.textContent = '';
      this.#notice = showFallback(this.#element, this.#slot, words);
    }
    return hasBegun;
  }

  /** The visitor goes on: whoever took something away may have done it for the last time. */
  turnPage() { this.#losses = 0; }

  /** An emptied root, or one that was written anew from its own text: copies answer nobody. */
  #repair() {
    const own = [this.#slot, this.place];
    const isThere = (part) => part.parentNode === this.#root;
    if (own.every(isThere) || this.#losses === MOST_LOSSES) return;
    this.#losses += 1;
    const copies = [...this.#root.children].filter((child) => child.matches('slot, .bp-root') && !own.includes(child));
    copies.forEach((copy) => copy.remove());
    this.#root.prepend(...own);
  }
}
