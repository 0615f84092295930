// Tells the page around the frame how high the content is and what the widget says. resizer.js is the other end.

import { EVENTS, VERSION } from './table.js';

/** The form of the messages; both ends must have the same. */
const PROTOCOL = 1;
/** How often the content may get lower at one width, without anybody doing anything: more than that is a circle. */
const CALM = 8;

/** Only the page right around this frame is told and heard, and told of the visitor only through the port it takes. */
const around = window.parent;

/** Sends the content's height whenever it changes. It depends on the frame's width, never on its height. */
function heightSender(widget) {
  let port;
  let sent;
  let drops = new Map();
  const send = () => {
    const { width, height } = widget.getBoundingClientRect();
    const rounded = Math.ceil(height);
    if (!port || rounded === 0 || rounded === sent) return;
    if (rounded < sent) {
      // A scrollbar outside that the height brings and takes away would change the width, and so the height, for ever.
      const count = (drops.get(width) ?? 0) + 1;
      drops.set(width, count);
      if (count > CALM) return;
    }
    sent = rounded;
    port.postMessage({ height: sent });
  };
  for (const kind of ['pointerdown', 'keydown']) {
    addEventListener(kind, () => { drops = new Map(); }, { capture: true, passive: true });
  }
  new ResizeObserver(send).observe(widget);
  // Outside the window a frame is not drawn, and so not observed; but its widget says when it changes.
  for (const name of EVENTS) widget.addEventListener(name, () => setTimeout(send));
  return (next) => {
    port = next;
    sent = undefined;
    send();
  };
}

/** Reports to the page around, if it listens. */
function report(widget) {
  if (around === window) return;
  let port;
  // What happens before the page around listens is told once it does.
  const untold = [];
  const sendHeight = heightSender(widget);
  const offer = () => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port = port1;
      untold.splice(0).forEach((message) => port.postMessage(message));
      sendHeight(port);
    };
    // Who that is can't be known here; the message says nothing about the visitor.
    around.postMessage({ b2bB2cProfile: PROTOCOL, version: VERSION }, '*', [port2]);
  };
  for (const name of EVENTS) {
    widget.addEventListener(name, ({ detail }) => {
      const message = { event: name, detail: JSON.stringify(detail) };
      if (port) port.postMessage(message);
      else untold.push(message);
    });
  }
  // A resizer that comes later than the frame asks for an offer.
  addEventListener('message', ({ source, data }) => {
    if (source === around && data?.b2bB2cProfile === PROTOCOL) offer();
  });
  offer();
}

export { report };
