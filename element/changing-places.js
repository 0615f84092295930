// One page taking the place of another that looks the same.

/** An empty place for the widget. */
function contentPlace() {
  const place = document.createElement('div');
  place.className = 'bp-root';
  return place;
}

/** Settles once something stands in an element, before the browser shows the page again. */
function drawn(element) {
  return new Promise((resolve) => {
    if (element.firstChild) return resolve();
    const observer = new MutationObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe(element, { __proto__: null, childList: true });
  });
}

/** The way from an element down to one inside it, as places among children; none if it isn't inside. */
function pathTo(inner, outer) {
  if (!inner || !outer.contains(inner)) return undefined;
  const path = [];
  for (let element = inner; element !== outer; element = element.parentElement) {
    path.unshift([...element.parentElement.children].indexOf(element));
  }
  return path;
}

/** The element at the end of such a way, if there is one. */
function follow(path, outer) {
  return path.reduce((element, place) => element?.children[place], outer);
}

/**
 * Puts an element in the place of another. What is open stays open, and focus that was inside goes to the same place;
 * where another page stands there, to its heading, or to what is wrong on it.
 */
function takePlace(before, after, isSamePage) {
  const focused = pathTo(before.getRootNode().activeElement, before);
  const opened = [...before.querySelectorAll('details[open]')].map((details) => pathTo(details, before));
  before.replaceWith(after);
  for (const path of opened) follow(path, after)?.setAttribute('open', '');
  if (!focused) return;
  const same = isSamePage ? follow(focused, after) : undefined;
  const target = same ?? after.querySelector('.bp-error, .bp-heading');
  target?.focus({ __proto__: null, preventScroll: Boolean(same) });
}

export { contentPlace, drawn, follow, pathTo, takePlace };
