import { attributesOf } from './snippet.js';

/**
 * Shows the test inside a box as a configuration makes it, once the box comes into view.
 *
 * Gives the function that takes the next configuration.
 */
export function previewIn(box) {
  let wanted;
  let shown;
  let widget;

  const draw = () => {
    // Where a test starts counts only as it does so.
    if (!widget || wanted.start !== shown) {
      widget = document.createElement('b2b-b2c-profile');
      shown = wanted.start;
    }
    // A preview tells nobody anything, and leaves what the page's own test keeps alone.
    const attributes = new Map(attributesOf({ ...wanted, analytics: 'none', persist: 'none' }));
    attributes.set('lang', wanted.lang || document.documentElement.lang);
    for (const name of widget.getAttributeNames()) {
      if (!attributes.has(name)) widget.removeAttribute(name);
    }
    for (const [name, value] of attributes) {
      if (widget.getAttribute(name) !== value) widget.setAttribute(name, value);
    }
    if (widget.parentElement !== box) box.replaceChildren(widget);
  };

  const arrival = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    arrival.disconnect();
    draw();
  });
  arrival.observe(box);

  return (configuration) => {
    const isFirst = !wanted;
    wanted = configuration;
    // The first touch of a field wants to be seen, wherever the box is.
    if (!isFirst) draw();
  };
}
