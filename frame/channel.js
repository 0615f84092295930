// Sends the content's height and the widget's events to the host page; `resizer.js` is the other end.

import { EVENTS, VERSION } from '../generated/interface.js';
import { PROTOCOL } from './protocol.js';

/** How often the height may go down again after a change of the frame's width, without any user action. */
const MOST_TURNS = 8;
/** How soon after a new height a change of width counts as its consequence, in milliseconds. */
const ECHO = 1000;

/**
 * Messages go to and come from this window's parent only. What concerns the visitor goes only through the port that
 * the parent has taken.
 */
const around = window.parent;

/** Sends the content's height whenever it changes. It depends on the frame's width, never on its height. */
function heightSender(widget) {
  let port;
  let sent;
  let sentAt = 0;
  let sentWidth;
  let hasRisen = false;
  let turns = 0;
  /** Whether a lower height would continue a loop between height and width. */
  const isLoop = (width) => {
    // If the width is the same, the content has changed.
    if (width === sentWidth || !hasRisen) return false;
    if (performance.now() - sentAt > ECHO) turns = 0;
    turns += 1;
    return turns > MOST_TURNS;
  };
  const send = () => {
    const { width, height } = widget.getBoundingClientRect();
    const rounded = Math.ceil(height);
    // A frame that isn't shown has no width.
    if (!port || innerWidth === 0 || rounded === 0 || rounded === sent) return;
    // If the height makes the host page's scrollbar come and go, width and height would change forever.
    if (rounded < sent && isLoop(width)) return;
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
  // Measuring may cause layout of the host page and of this one. Inside the observer's callback, WebKit would report
  // that as a ResizeObserver loop.
  const sendSoon = () => setTimeout(send);
  new ResizeObserver(sendSoon).observe(widget);
  for (const name of EVENTS) {
    widget.addEventListener(name, () => {
      calm();
      // The observer doesn't fire while the frame is outside the viewport.
      sendSoon();
    });
  }
  return (next) => {
    port = next;
    sent = undefined;
    send();
  };
}

/** Offers the host page a port for heights and events; calls `onLanguage` with each language that it sends. */
export function openChannel(widget, onLanguage) {
  if (around === window) return;
  let port;
  // Events from before the host page listens.
  const untold = [];
  const sendHeight = heightSender(widget);
  const offer = () => {
    const { port1, port2 } = new MessageChannel();
    let isTaken = false;
    port1.onmessage = ({ data }) => {
      if (!isTaken) {
        isTaken = true;
        port = port1;
        untold.splice(0).forEach((message) => port.postMessage(message));
        sendHeight(port);
      }
      if (typeof data?.lang === 'string') onLanguage(data.lang);
    };
    // The parent's origin is unknown here; the message contains nothing about the visitor.
    around.postMessage({ b2bB2cProfile: PROTOCOL, version: VERSION }, '*', [port2]);
  };
  for (const name of EVENTS) {
    widget.addEventListener(name, ({ detail }) => {
      const message = { event: name, detail: JSON.stringify(detail) };
      if (port) port.postMessage(message);
      else untold.push(message);
    });
  }
  // A resizer that loads after the frame asks for an offer.
  addEventListener('message', ({ source, data }) => {
    if (source === around && data?.b2bB2cProfile === PROTOCOL) offer();
  });
  offer();
}
