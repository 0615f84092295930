import { attributesOf } from './snippet.js';

/** Shows a preview in a box once it comes into view; returns a function that takes each new configuration. */
export function previewIn(box) {
  let wanted;
  let shown;
  let widget;

  const draw = () => {
    // The `start` attribute only applies to a new element.
    if (!widget || wanted.start !== shown) {
      widget = document.createElement('b2b-b2c-profile');
      shown = wanted.start;
    }
    // A preview sends no analytics and leaves the kept answers of the page's own widget alone.
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
    const isChange = Boolean(wanted);
    wanted = configuration;
    // After a change, draws even if the box is out of view.
    if (isChange) draw();
  };
}
