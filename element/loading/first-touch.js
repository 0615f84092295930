// The visitor's first touch, for which the engine is loaded: whatever shows that the element is about to be used.

/** How near to the window counts, for an element that loads when it comes near. */
const NEAR = '400px';

/** What nobody does in passing. Screen readers and voice control may send a lone one of the last three. */
const TOUCHES = ['focusin', 'keydown', 'click', 'input', 'change'];

/**
 * Calls `start` once, when a visitor means to use an element; with `isNear`, also when the element comes near to the
 * window. Returns what ends the watch.
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
  // A change doesn't leave the shadow root, and a script may click the element itself.
  for (const name of TOUCHES) [element, element.shadowRoot].forEach((target) => listen(target, name, mean));
  // A finger that scrolls has its pointer cancelled; a tap has not.
  listen(element, 'pointerup', ({ pointerType }) => { if (pointerType !== 'mouse') mean(); });
  watchPointer(element, listen, mean);
  if (isNear) watchNearness(element, end.signal, mean);
  return end;
}

/** A host page that scrolls under a resting mouse sends its events too: only a pointer that is elsewhere has moved. */
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

function watchNearness(element, signal, start) {
  const nearness = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) start();
  }, { __proto__: null, rootMargin: NEAR });
  nearness.observe(element);
  signal.addEventListener('abort', () => nearness.disconnect());
}
