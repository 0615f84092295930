// The result that the page's own address ends in: it is read, never written.

/** The end of the address, from its `#` on, if it stands for a result; else empty. */
function linkedResult() {
  return /[#&]result=/.test(location.hash) ? location.hash : '';
}

/** The page's address, without the place on it. */
function pageAddress() {
  return location.href.split('#')[0];
}

/** Watches an element's page: `onChange` is called with the end of its address, as above, whenever that changes. */
class Link {
  #listening;
  #onChange;

  constructor(onChange) {
    this.#onChange = onChange;
  }

  watch() {
    this.#listening = new AbortController();
    const options = { __proto__: null, signal: this.#listening.signal };
    window.addEventListener('hashchange', () => this.#onChange(linkedResult()), options);
  }

  leave() {
    this.#listening?.abort();
  }
}

export { Link, linkedResult, pageAddress };
