// The time in milliseconds from the page's start and the file's last response to the last error event.
const asked = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith(args));
const [{ domInteractive }] = performance.getEntriesByType('navigation');
const known = Math.max(domInteractive, ...asked.map(({ responseEnd }) => responseEnd));
return Math.max(...seen.map(({ at }) => at)) - known;
