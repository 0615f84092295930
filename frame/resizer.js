// For host pages with frames: makes each as high as its content, tells it the language around it, and passes the
// widget's events on. It serves the frames that it was told of, and no other frame there.

import { deepFreeze } from '../element/deep-freeze.js';
import { EVENTS } from '../generated/interface.js';

/** The form of the messages; both ends must have the same. */
const PROTOCOL = 1;
/** The least and the most that a frame may ask for, in CSS pixels. */
const LEAST = 100;
const MOST = 20000;

/** Where this script comes from: its `frame.html` needs no mark. */
const { origin: home } = addressOf(document.currentScript);
/** What watches the language around each frame. */
const observers = new WeakMap();

/** The address that an element names, else the page's; of what is none, nothing is known. */
function addressOf(element) {
  try {
    return new URL(element?.src || document.baseURI);
  } catch {
    return {};
  }
}

/** Every frame of the page that is to be served, also in open shadow roots. */
function servedFrames(root) {
  return Array.from(root.querySelectorAll('*')).flatMap((element) => {
    if (element.shadowRoot) return servedFrames(element.shadowRoot);
    return isServed(element) ? [element] : [];
  });
}

function isServed(element) {
  if (element.localName !== 'iframe') return false;
  const { origin, pathname } = addressOf(element);
  return element.matches('[data-b2b-b2c-profile]') || (origin === home && /\/frame\.html$/.test(pathname));
}

/** Whether a message that a frame's window sent comes from the page that the frame is for. */
function isFrom(frame, origin) {
  // A sandbox without allow-same-origin takes the frame's own origin away.
  const isOpaque = origin === 'null' && frame.matches('[sandbox]:not([sandbox~=allow-same-origin])');
  return isOpaque || origin === addressOf(frame).origin;
}

function resize(frame, height) {
  const style = getComputedStyle(frame);
  const around = ['borderTopWidth', 'paddingTop', 'paddingBottom', 'borderBottomWidth']
    .reduce((sum, name) => sum + parseFloat(style[name]), 0);
  const asked = Number(frame.dataset.maxHeight);
  const most = asked > 0 && asked < Infinity ? asked : MOST;
  const whole = Math.min(Math.max(height, LEAST) + around, most);
  frame.style.height = `${style.boxSizing === 'border-box' ? whole : whole - around}px`;
}

function obey(frame, { height, event, detail }) {
  if (Number.isInteger(height)) resize(frame, height);
  if (EVENTS.includes(event) && detail.length < MOST) {
    detail = deepFreeze({ type: event, detail: JSON.parse(detail) });
    const options = { __proto__: null, bubbles: true, composed: true, detail };
    frame.dispatchEvent(new CustomEvent('b2b-b2c-profile', options));
  }
}

/** Tells a frame the nearest language around it, through shadow roots: at once, and whenever it changes. */
function tellLanguage(frame, port) {
  const observer = new MutationObserver(() => (frame.isConnected ? tell() : observer.disconnect()));
  const tell = () => {
    let around;
    for (let node = frame; node; node = node.getRootNode().host) {
      observer.observe(node.getRootNode(), { __proto__: null, subtree: true, attributeFilter: ['lang'] });
      around = around || node.closest('[lang]');
    }
    port.postMessage({ __proto__: null, lang: around ? around.getAttribute('lang') : '' });
  };
  observers.get(frame)?.disconnect();
  observers.set(frame, observer);
  tell();
}

addEventListener('message', ({ data, origin, ports: [port], source }) => {
  if (data?.b2bB2cProfile !== PROTOCOL || !port) return;
  const frame = servedFrames(document).find(({ contentWindow }) => contentWindow === source);
  if (!frame || !isFrom(frame, origin)) return;
  port.onmessage = ({ data: message }) => {
    // A frame that has become another's sends what it likes; the host page learns of nothing that is not in order.
    try {
      if (isServed(frame) && isFrom(frame, origin)) obey(frame, message);
    } catch {}
  };
  tellLanguage(frame, port);
});

// Frames that were there before this script have offered their port in vain.
for (const frame of servedFrames(document)) frame.contentWindow.postMessage({ b2bB2cProfile: PROTOCOL }, '*');
