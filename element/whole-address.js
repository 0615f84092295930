// Addresses that a page gives: what a browser makes of them must be what is written.

/** An `https:` or relative address as a browser reads it; nothing for any other, or for one that names no server. */
function wholeAddress(text) {
  const written = text.trim();
  if (!written || /^[a-z][a-z\d+.-]*:(?!\/\/[^/\\?#%]+([/\\?#]|$))/i.test(written)) return undefined;
  try {
    const { href, protocol } = new URL(written, document.baseURI);
    // A relative address has its page's.
    return protocol === 'https:' || protocol === location.protocol ? href : undefined;
  } catch {
    return undefined;
  }
}

export { wholeAddress };
