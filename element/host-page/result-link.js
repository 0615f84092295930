/** The fragment of the host page's address, with its `#`, if it holds a result; else empty. */
export const linkedResult = () => (/[#&]result=/.test(location.hash) ? location.hash : '');

/** How one element uses that address, which it never changes: not at all, unless its `link` attribute is `hash`. */
export class ResultLink {
  #element;
  #listening;

  constructor(element) { this.#element = element; }

  get #isHeeded() { return this.#element.link === 'hash'; }

  get end() { return this.#isHeeded ? linkedResult() : ''; }

  /** The address without its fragment; empty if the link is off, or if it is not http(s), such as a local path. */
  get page() { return this.#isHeeded && /^https?:/.test(location.href) ? location.href.split('#')[0] : ''; }

  /** Calls `follow` with the result's fragment, or '', whenever the fragment changes. */
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
