// What the page around notes of its frames; it comes before the resizer.

/** What the frames' elements said. */
window.events = [];
/** The frames' heights: each change with the frame's id. */
window.heights = [];
/** Who offered to tell its height: names, of a frame that has none the offer itself. */
window.offers = [];
/** Whose offers were taken. */
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

  // The page itself has no ports: what goes through one is the resizer's answer to the offer just heard.
  const { postMessage } = MessagePort.prototype;
  MessagePort.prototype.postMessage = function post(...message) {
    taken.push(heard);
    postMessage.apply(this, message);
  };
}
