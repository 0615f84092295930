// Records what a page's script hears from its widgets, and all that they dispatch; loaded before them.
window.heard = [];
window.dispatched = [];
window.files = [];
{
  const isFrozen = (value) => typeof value !== 'object' || value === null
    || (Object.isFrozen(value) && Object.values(value).every(isFrozen));
  for (const name of document.currentScript.dataset.names.split(' ')) {
    addEventListener(name, (event) => {
      if (!(event instanceof CustomEvent)) return;
      const { bubbles, composed, cancelable, detail, target } = event;
      const isFromElement = target.localName === 'b2b-b2c-profile';
      heard.push({ name, detail, isSound: isFromElement && bubbles && composed && !cancelable && isFrozen(detail) });
    });
  }
  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (this.localName === 'b2b-b2c-profile') dispatched.push(event.type);
    return dispatchEvent.call(this, event);
  };
  // Files are examined, not saved.
  const { createObjectURL } = URL;
  URL.createObjectURL = (file) => {
    files.push(file);
    return createObjectURL(file);
  };
  HTMLAnchorElement.prototype.click = () => {};
}
