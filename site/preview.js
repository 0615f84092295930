import { attributesOf } from './snippet.js';

/** What only counts when a test begins. */
const beginning = ({ start, persist }) => `${start} ${persist}`;

/**
 * Shows the test inside a box as a configuration makes it, once the box comes into view.
 *
 * Gives the function that takes the next configuration.
 */
function previewIn(box) {
  let wanted;
  let shown;
  let widget;

  const draw = () => {
    if (!widget || beginning(wanted) !== shown) {
      widget = document.createElement('b2b-b2c-profile');
      shown = beginning(wanted);
    }
    // A preview tells nobody anything.
    const attributes = new Map(attributesOf({ ...wanted, analytics: 'none' }));
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

export { previewIn };
