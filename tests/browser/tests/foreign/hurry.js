// Shortens long timeouts, until the page sets `isPatient`.
const wait = window.setTimeout;
window.setTimeout = (call, time, ...values) => wait(call, time > 1000 && !window.isPatient ? 50 : time, ...values);
const abortAfter = AbortSignal.timeout;
AbortSignal.timeout = (time) => abortAfter.call(AbortSignal, time > 1000 && !window.isPatient ? 50 : time);
