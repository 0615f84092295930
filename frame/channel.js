// Tells the host page how high the content is and what the widget says; `resizer.js` is the other end.

import { EVENTS, VERSION } from '../generated/interface.js';

/** The form of the messages; both ends must have the same. */
const PROTOCOL = 1;
/**
 * How often the content may get higher and lower again by way of the frame's width, without anybody doing anything:
 * more than that is a circle.
 */
const CALM = 8;
/** How long after a height was told another width can come of it, in milliseconds. */
const ECHO = 1000;

/** Only the page right around this frame is told and heard, and told of the visitor only through the port it takes. */
const around = window.parent;

/** Sends the content's height whenever it changes. It depends on the frame's width, never on its height. */
function heightSender(widget) {
  let port;
  let sent;
  let sentAt = 0;
  let sentWidth;
  let hasRisen = false;
  let turns = 0;
  /** Whether a lower height would be one turn too many. */
  const isCircle = (width) => {
    // What gets lower at the same width has got another content.
    if (width === sentWidth || !hasRisen) return false;
    if (performance.now() - sentAt > ECHO) turns = 0;
    turns += 1;
    return turns > CALM;
  };
  const send = () => {
    const { width, height } = widget.getBoundingClientRect();
    const rounded = Math.ceil(height);
    // Where the frame isn't shown, it has no width to be as high as.
    if (!port || innerWidth === 0 || rounded === 0 || rounded === sent) return;
    // A scrollbar outside that the height brings and takes away would change the width, and so the height, for ever.
    if (rounded < sent && isCircle(width)) return;
    hasRisen = rounded > sent;
    sent = rounded;
    sentAt = performance.now();
    sentWidth = width;
    port.postMessage({ __proto__: null, height: sent });
  };
  const calm = () => { turns = 0; };
  for (const kind of ['pointerdown', 'keydown']) {
    addEventListener(kind, calm, { __proto__: null, capture: true, passive: true });
  }
  // Measuring may lay the host page out anew, and with it this one: within the observer's own turn, WebKit says that
  // it has come too late for that.
  const sendSoon = () => setTimeout(send);
  new ResizeObserver(sendSoon).observe(widget);
  for (const name of EVENTS) {
    widget.addEventListener(name, () => {
      calm();
      // Outside the window a frame is not drawn, and so not observed.
      sendSoon();
    });
  }
  return (next) => {
    port = next;
    sent = undefined;
    send();
  };
}

/** Tells the host page, if it listens; calls `onLanguage` with the language there whenever that comes. */
export function openChannel(widget, onLanguage) {
  if (around === window) return;
  let port;
  // What happens before the host page listens is told once it does.
  const untold = [];
  const sendHeight = heightSender(widget);
  const offer = () => {
    const { port1, port2 } = new MessageChannel();
    const take = () => {
      port = port1;
      untold.splice(0).forEach((message) => port.postMessage(message));
      sendHeight(port);
    };
    let isTaken = false;
    port1.onmessage = ({ data }) => {
      if (!isTaken) take();
      isTaken = true;
      if (typeof data?.lang === 'string') onLanguage(data.lang);
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
