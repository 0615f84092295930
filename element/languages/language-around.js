/** The `lang` of an element or of its nearest ancestor, through shadow roots; empty if there is none. */
export function languageAround(element) {
  for (let inner = element; inner; inner = inner.getRootNode().host) {
    const tagged = inner.closest('[lang]');
    if (tagged) return tagged.getAttribute('lang');
  }
  return '';
}

/** Observes the `lang` attributes in an element's document and in the shadow roots around it. */
export function observeLanguages(observer, element) {
  for (let root = element.getRootNode(); root; root = root.host?.getRootNode()) {
    observer.observe(root, { __proto__: null, subtree: true, attributeFilter: ['lang'] });
  }
}
