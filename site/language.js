import { pageAt, takeTexts } from './texts.js';

/**
 * Keeps both languages at one page: a switch keeps the answers, what is typed, and the place.
 *
 * Calls `onSwitch` with the address of the page whose language is spoken from now on.
 */
export function followLanguage(onSwitch) {
  const widget = /** @type {HTMLElement} */ (document.querySelector('b2b-b2c-profile'));
  const link = /** @type {HTMLAnchorElement} */ (document.querySelector('.site__language'));
  // Relative addresses would lead astray once the page's own address changes.
  /** @type {NodeListOf<HTMLLinkElement | HTMLAnchorElement>} */
  const linked = document.querySelectorAll('link[rel$="icon"], a[download]');
  for (const element of linked) element.setAttribute('href', element.href);

  /** A page's address with what stands behind this page's: what brought the visitor, and a result that is looked at. */
  const withEnd = (address) => {
    const whole = new URL(address);
    whole.search = location.search;
    whole.hash = location.hash;
    return whole.href;
  };

  const switchTo = async (address) => {
    const other = await pageAt(address);
    const otherLink = other.querySelector('.site__language');
    const before = document.documentElement.lang;
    takeTexts(document, other);
    document.title = other.title;
    document.documentElement.lang = other.documentElement.lang;
    link.href = new URL(otherLink.getAttribute('href'), address).href;
    link.lang = link.hreflang = before;
    link.textContent = otherLink.textContent;
    widget.lang = other.documentElement.lang;
    history.replaceState(null, '', withEnd(address));
    onSwitch(address);
  };

  // Wherever it is opened.
  const keepEnd = () => { link.href = withEnd(link.href); };
  link.addEventListener('pointerdown', keepEnd);
  link.addEventListener('click', (event) => {
    keepEnd();
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
}
