/** The version of the message format; `channel.js` and `resizer.js` must agree on it. */
export const PROTOCOL = 1;
