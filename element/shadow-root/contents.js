import { failureNotice, showFallback } from './failure-notice.js';
import { MOST_LOSSES, contentPlace, replacePlace, withListenerProbe } from './place.js';

/** One element's shadow root: a slot for its children and the place for its pages, restored if others remove them. */
export class ShadowContents {
  /** @type {import('./place.js').Place} */
  place;
  #element;
  #root;
  #slot;
  /** The failure notice. */
  #notice;
  #losses = 0;

  constructor(element) {
    // A host page may have the first pages in its markup, as a declarative shadow root.
    const declared = element.shadowRoot;
    const root = declared ?? element.attachShadow({ __proto__: null, mode: 'open' });
    if (!declared) root.append(document.createElement('slot'), contentPlace());
    this.#element = element;
    this.#root = root;
    this.#slot = root.querySelector('slot');
    this.place = withListenerProbe(root.querySelector('.bp-root'));
    // The element's own style sheets replace those in the markup.
    root.querySelector('style')?.remove();
    new MutationObserver(() => this.#repair()).observe(root, { __proto__: null, childList: true });
  }

  /** The first pages while they are shown. */
  get firstPages() { return this.place.firstPages; }

  hideChildren() { this.#slot.hidden = true; }

  removeNotice() { this.#notice?.remove(); }

  /** Replaces the first pages, or a crashed widget, with a widget. */
  show(place) {
    const { firstPages } = this;
    firstPages?.end();
    replacePlace(this.place, place, !firstPages?.isWaiting);
    this.place = place;
    this.removeNotice();
    this.hideChildren();
  }

  /** Shows a notice that the widget failed, or the fallback; returns whether the first pages are still shown. */
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

  /** Called when the visitor turns the page: the count of losses starts again. */
  turnPage() { this.#losses = 0; }

  /** Restores the slot and the place, and removes copies made by rewriting the root's markup, which are dead. */
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
