/** How near to the window counts. */
const NEAR = '400px';

/** Calls `start` once an element comes near to the window, or is about to be used; returns what watches for it. */
function whenNear(element, start) {
  const nearness = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    nearness.disconnect();
    start();
  }, { __proto__: null, rootMargin: NEAR });
  nearness.observe(element);
  // Who points at it or reaches it by key will want it in a moment.
  for (const name of ['pointerover', 'focusin']) {
    element.addEventListener(name, start, { __proto__: null, once: true });
  }
  return nearness;
}

export { whenNear };
