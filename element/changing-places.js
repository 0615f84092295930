// One page taking the place of another that looks the same.

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

export { drawn, follow, pathTo };
