// The landing page in both languages at one address: a switch of language keeps the answers and the place.

const widget = document.querySelector('b2b-b2c-profile');
const link = document.querySelector('.site__language');
const icon = document.querySelector('link[rel="icon"]');
// Its address is relative, and would lead astray once the page's own address changes.
icon.href = new URL(icon.getAttribute('href'), location.href).href;

/** Takes the other language's texts over from its own page; the widget stays where it is. */
async function switchTo(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  const other = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const element of document.querySelectorAll('[data-text]')) {
    const text = other.querySelector(`[data-text="${element.dataset.text}"]`);
    if (text) element.textContent = text.textContent;
  }
  const otherLink = other.querySelector('.site__language');
  const before = document.documentElement.lang;
  document.title = other.title;
  document.documentElement.lang = other.documentElement.lang;
  link.href = new URL(otherLink.getAttribute('href'), address).href;
  link.lang = link.hreflang = before;
  link.textContent = otherLink.textContent;
  widget.lang = other.documentElement.lang;
  history.replaceState(null, '', address);
}

link.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const address = link.href;
  // Where the page can't be fetched, as from disk, following the link still shows it.
  switchTo(address).catch(() => location.assign(address));
});

// The widget's own switch takes the page along.
new MutationObserver(() => {
  if (widget.lang === link.hreflang) switchTo(link.href).catch(() => {});
}).observe(widget, { attributeFilter: ['lang'] });
