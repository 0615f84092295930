import { pageAt, takeTexts } from './texts.js';

/**
 * Keeps all languages at one page: a switch keeps the answers, what is typed, and the place.
 *
 * Calls `onSwitch` with the address of the page whose language is spoken from now on.
 */
export function followLanguage(onSwitch) {
  const widget = /** @type {HTMLElement} */ (document.querySelector('b2b-b2c-profile'));
  /** @type {HTMLAnchorElement[]} */
  const links = Array.from(document.querySelectorAll('.site__language'));
  // Relative addresses would lead astray once the page's own address changes.
  /** @type {NodeListOf<HTMLLinkElement | HTMLAnchorElement>} */
  const linked = document.querySelectorAll('link[rel$="icon"], a[download], .site__language');
  for (const element of linked) element.setAttribute('href', element.href);

  /** A page's address with what stands behind this page's: what brought the visitor, and a result that is looked at. */
  const withEnd = (address) => {
    const whole = new URL(address);
    whole.search = location.search;
    whole.hash = location.hash;
    return whole.href;
  };

  /** Speaks a link's language. The link, which may have the focus, then leads back; the others lead where they did. */
  let wanted;
  const switchTo = async (link) => {
    const address = link.href;
    wanted = address;
    const other = await pageAt(address);
    // Of several choices the last one counts, and once.
    if (wanted !== address) return;
    wanted = undefined;
    const before = document.documentElement.lang;
    const back = other.querySelector(`.site__language[hreflang="${before}"]`);
    takeTexts(document, other);
    document.title = other.title;
    document.documentElement.lang = other.documentElement.lang;
    link.href = new URL(back.getAttribute('href'), address).href;
    link.lang = link.hreflang = before;
    link.textContent = back.textContent;
    widget.lang = other.documentElement.lang;
    history.replaceState(null, '', withEnd(address));
    onSwitch(address);
  };

  for (const link of links) {
    // Wherever it is opened.
    const keepEnd = () => { link.href = withEnd(link.href); };
    link.addEventListener('pointerdown', keepEnd);
    link.addEventListener('click', (event) => {
      keepEnd();
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const address = link.href;
      // Where the page can't be fetched, as from disk, following the link still shows it.
      switchTo(link).catch(() => location.assign(address));
    });
  }

  // The widget's own switch takes the page along.
  new MutationObserver(() => {
    const link = links.find(({ hreflang }) => hreflang === widget.lang);
    wanted = undefined;
    if (link) switchTo(link).catch(() => {});
  }).observe(widget, { attributeFilter: ['lang'] });
}
