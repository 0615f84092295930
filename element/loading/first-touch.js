/** How near to the viewport an element with `loading="lazy"` loads. */
const NEAR = '400px';

/** Events that show intent. Screen readers and voice control may send one of the last three alone. */
const TOUCHES = ['focusin', 'keydown', 'click', 'input', 'change'];

/**
 * Calls `start` once, when a visitor starts to use an element; with `isNear`, also when it comes near to the viewport.
 * Returns an `AbortController` that ends the watch.
 */
export function onFirstTouch(element, isNear, start) {
  const end = new AbortController();
  const mean = () => {
    end.abort();
    start();
  };
  const listen = (target, name, listener) => {
    target.addEventListener(name, listener, { __proto__: null, passive: true, signal: end.signal });
  };
  // `change` doesn't leave the shadow root, and a script may click the element itself.
  for (const name of TOUCHES) [element, element.shadowRoot].forEach((target) => listen(target, name, mean));
  // Scrolling by touch cancels the pointer; a tap ends in `pointerup`.
  listen(element, 'pointerup', ({ pointerType }) => { if (pointerType !== 'mouse') mean(); });
  watchPointer(element, listen, mean);
  if (!isNear) return end;
  const nearness = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) mean();
  }, { __proto__: null, rootMargin: NEAR });
  nearness.observe(element);
  end.signal.addEventListener('abort', () => nearness.disconnect());
  return end;
}

/** Scrolling under a resting mouse sends pointer events too, so only a change of screen position counts. */
function watchPointer(element, listen, mean) {
  let before = '';
  const onMove = ({ pointerType, screenX, screenY }) => {
    if (pointerType === 'touch') return;
    const place = `${screenX} ${screenY}`;
    if (before && before !== place) mean();
    before = place;
  };
  listen(element, 'pointerover', onMove);
  listen(element, 'pointermove', onMove);
  listen(element, 'pointerleave', () => { before = ''; });
}
