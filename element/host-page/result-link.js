// The result that the host page's address ends in: it is read, never written.

/** The end of the address, from its `#` on, if it stands for a result; else empty. */
export const linkedResult = () => (/[#&]result=/.test(location.hash) ? location.hash : '');

/** What one element makes of that address: nothing, unless its attribute says so. */
export class ResultLink {
  #element;
  #listening;

  constructor(element) { this.#element = element; }

  get #isHeeded() { return this.#element.link === 'hash'; }

  /** The end of the address, where it stands for a result. */
  get end() { return this.#isHeeded ? linkedResult() : ''; }

  /** The address without its end; none where it leads nobody else here, or tells of the visitor's own disk. */
  get page() { return this.#isHeeded && /^https?:/.test(location.href) ? location.href.split('#')[0] : ''; }

  /** Calls `follow` whenever the address has another end, with that. */
  watch(follow) {
    const listening = new AbortController();
    this.unwatch();
    this.#listening = listening;
    const onChange = () => {
      if (this.#isHeeded) follow(this.end);
    };
    window.addEventListener('hashchange', onChange, { __proto__: null, signal: listening.signal });
  }

  unwatch() { this.#listening?.abort(); }
}
