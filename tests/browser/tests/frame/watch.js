// Records what frames send to the page; it is loaded before the resizer.

/** The events of the elements in the frames. */
window.events = [];
/** The changes of the frames' heights, each with the frame's id. */
window.heights = [];
/** The frames that offered their height: names, or the offers of frames without one. */
window.offers = [];
/** The frames whose offers were taken. */
window.taken = [];

const isFrozen = (value) => Object(value) !== value || (Object.isFrozen(value) && Object.values(value).every(isFrozen));

addEventListener('b2b-b2c-profile', (event) => {
  const { type, detail } = event.detail;
  events.push({ target: event.target.id, type, detail, isFrozen: isFrozen(event.detail) });
});

new MutationObserver((changes) => {
  for (const { target } of changes) {
    if (target.localName === 'iframe') heights.push([target.id, target.clientHeight]);
  }
}).observe(document, { subtree: true, attributeFilter: ['style'] });

{
  let heard;
  addEventListener('message', ({ data }) => {
    if (!('b2bB2cProfile' in data)) return;
    heard = data.name ?? data;
    offers.push(heard);
  });

  // The page itself has no ports: a message through one is the resizer's answer to the last offer.
  const { postMessage } = MessagePort.prototype;
  MessagePort.prototype.postMessage = function post(...message) {
    taken.push(heard);
    postMessage.apply(this, message);
  };
}
