// For the page around frames: makes each as high as its content, and passes the widget's events on.

import { EVENTS } from './table.js';

/** The form of the messages; both ends must have the same. */
const PROTOCOL = 1;
/** The least and the most that a frame may ask for, in CSS pixels. */
const LEAST = 100;
const MOST = 20000;

function freeze(value) {
  if (Object(value) === value) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}

function obey(frame, { height, event, detail }) {
  if (Number.isInteger(height)) {
    const border = frame.offsetHeight - frame.clientHeight;
    frame.style.height = `${Math.min(Math.max(height, LEAST), MOST) + border}px`;
  }
  if (EVENTS.includes(event) && detail.length < MOST) {
    detail = freeze({ type: event, detail: JSON.parse(detail) });
    frame.dispatchEvent(new CustomEvent('b2b-b2c-profile', { bubbles: true, detail }));
  }
}

/** A frame that has become another's sends what it likes; the page around learns of nothing that is not in order. */
function hear(frame, message) {
  try {
    obey(frame, message);
  } catch {}
}

addEventListener('message', ({ data, origin, ports: [port], source }) => {
  if (data?.b2bB2cProfile !== PROTOCOL || !port) return;
  for (const frame of document.querySelectorAll('iframe')) {
    // A sandbox without allow-same-origin takes the frame's own origin away.
    const isOpaque = origin === 'null' && frame.matches('[sandbox]:not([sandbox~=allow-same-origin])');
    if (frame.contentWindow === source && (isOpaque || origin === new URL(frame.src, location).origin)) {
      port.onmessage = (message) => hear(frame, message.data);
      port.postMessage(PROTOCOL);
    }
  }
});

// Frames that were there before this script have offered their port in vain.
for (const frame of document.querySelectorAll('iframe[src*="frame.html"]')) {
  frame.contentWindow.postMessage({ b2bB2cProfile: PROTOCOL }, '*');
}
