// Records the `ready` and `error` events of the page's widgets, with their times.
window.seen = [];
for (const name of ['ready', 'error']) {
  addEventListener(name, (event) => {
    if (!(event instanceof CustomEvent)) return;
    const { bubbles, composed, cancelable, detail, target } = event;
    const place = [...document.querySelectorAll('b2b-b2c-profile')].indexOf(target);
    const isSound = bubbles && composed && !cancelable && Object.isFrozen(detail) && detail.version === 1;
    seen.push({ name, place, code: detail.code ?? '', isSound, at: performance.now() });
  });
}
