// How long after the page and the last answer about the file the last error was told, in milliseconds.
const asked = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith(args));
const [{ domInteractive }] = performance.getEntriesByType('navigation');
const known = Math.max(domInteractive, ...asked.map(({ responseEnd }) => responseEnd));
return Math.max(...seen.map(({ at }) => at)) - known;
