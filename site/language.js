import { pageAt, takeTexts } from './texts.js';

/**
 * Switches languages without leaving the page, which keeps answers, typed text and scroll position. Calls `onSwitch`
 * with the address of the new language's page.
 */
export function followLanguage(onSwitch) {
  const widget = /** @type {HTMLElement} */ (document.querySelector('b2b-b2c-profile'));
  /** @type {HTMLAnchorElement[]} */
  const links = Array.from(document.querySelectorAll('.site__language'));
  // Relative addresses would break when the page's own address changes.
  /** @type {NodeListOf<HTMLLinkElement | HTMLAnchorElement>} */
  const linked = document.querySelectorAll('link[rel$="icon"], a[download], .site__language');
  for (const element of linked) element.setAttribute('href', element.href);

  /** A page's address with this page's query and fragment, such as campaign parameters and a result on show. */
  const withEnd = (address) => {
    const { search, hash } = location;
    return Object.assign(new URL(address), { search, hash }).href;
  };

  /** Switches to a link's language. The link, which may be focused, then leads back; the other links are unchanged. */
  let wanted;
  const switchTo = async (link) => {
    const address = link.href;
    wanted = address;
    const other = await pageAt(address);
    // Only the last of several choices counts.
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
    // Also if the link is opened in another tab.
    const keepEnd = () => { link.href = withEnd(link.href); };
    link.addEventListener('pointerdown', keepEnd);
    link.addEventListener('click', (event) => {
      keepEnd();
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const address = link.href;
      // If the page can't be fetched, as from disk, following the link still works.
      switchTo(link).catch(() => location.assign(address));
    });
  }

  // The page follows the widget's own language switch.
  new MutationObserver(() => {
    const link = links.find(({ hreflang }) => hreflang === widget.lang);
    wanted = undefined;
    if (link) switchTo(link).catch(() => {});
  }).observe(widget, { attributeFilter: ['lang'] });
}
