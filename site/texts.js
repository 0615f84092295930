/** Loads and parses a page without running it. Trusted Types would block DOMParser. */
export function pageAt(address) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = () => reject(new Error(`page not loaded: ${request.status} for ${address}`));
    request.open('GET', address);
    request.responseType = 'document';
    request.onerror = fail;
    request.onload = () => (request.status < 400 && request.response ? resolve(request.response) : fail());
    request.send();
  });
}

/** Copies the texts of another language's page, by name; a text that only one page has stays unchanged. */
export function takeTexts(into, from) {
  for (const element of into.querySelectorAll('[data-text]')) {
    const text = from.querySelector(`[data-text="${element.dataset.text}"]`);
    if (text) element.textContent = text.textContent;
  }
}
