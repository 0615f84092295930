// For host pages with frames: makes each frame as high as its content, sends it the language around it, and dispatches
// the widget's events on it. Serves only frames of this script's own `frame.html` and those marked for it.

import { deepFreeze } from '../element/deep-freeze.js';
import { languageAround, observeLanguages } from '../element/languages/language-around.js';
import { EVENTS } from '../generated/interface.js';
import { PROTOCOL } from './protocol.js';

/** The smallest and largest height that a frame may ask for, in CSS pixels. */
const LEAST = 100;
const MOST = 20000;

const { origin: home } = addressOf(document.currentScript);
/** The observer of the language around each frame. */
const observers = new WeakMap();

/** An element's `src`, or else the page's address; an empty object if it is invalid. */
function addressOf(element) {
  try {
    return new URL(element?.src || document.baseURI);
  } catch {
    return {};
  }
}

/** The frames to serve, including those in open shadow roots. */
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

/** Whether a message's `origin` is the one that the frame's `src` names. */
function isFrom(frame, origin) {
  // A sandbox without allow-same-origin makes the frame's origin opaque.
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

/** Sends a frame the language around it, now and whenever it changes. */
function tellLanguage(frame, port) {
  const observer = new MutationObserver(() => (frame.isConnected ? tell() : observer.disconnect()));
  const tell = () => {
    observeLanguages(observer, frame);
    port.postMessage({ __proto__: null, lang: languageAround(frame) });
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
    // A frame may have navigated elsewhere since and send anything; invalid messages are ignored.
    try {
      if (isServed(frame) && isFrom(frame, origin)) obey(frame, message);
    } catch {}
  };
  tellLanguage(frame, port);
});

// Frames that loaded before this script sent their offer too early.
for (const frame of servedFrames(document)) frame.contentWindow.postMessage({ b2bB2cProfile: PROTOCOL }, '*');
