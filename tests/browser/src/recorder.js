// Writes down what happens on a page from its first line on; every page of the tests' site loads it first.
//
// One line an entry, its kind before a tab: nothing that the page does to arrays, objects or JSON later can
// change what stands there. A page in a frame hands its entries to the page around it.
(() => {
  let entries = '';
  const isFar = () => {
    try {
      return !top.document;
    } catch {
      return true;
    }
  };
  // A frame of another origin is out of the reach of some browsers' own logs.
  const prefix = isFar() ? 'far-' : '';
  const write = (kind, ...texts) => {
    const entry = `${prefix}${kind}\t${texts.join(' ').replace(/\s+/g, ' ')}\n`;
    if (window === top) entries += entry;
    else top.postMessage({ recorded: entry }, '*');
  };

  // Before any listener of the page, which never learns of it.
  addEventListener('message', (event) => {
    if (typeof event.data?.recorded !== 'string') return;
    event.stopImmediatePropagation();
    entries += event.data.recorded;
  });

  // A file that doesn't load and the widget itself tell of errors by events of other classes.
  addEventListener('error', (event) => {
    if (event instanceof ErrorEvent) write('error', event.message, `${event.filename}:${event.lineno}`);
  }, true);
  addEventListener('unhandledrejection', ({ reason }) => write('error', 'unhandled rejection:', told(reason)), true);
  addEventListener('securitypolicyviolation', (event) => {
    write('violation', `${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`, `${event.sourceFile}:${event.lineNumber}`);
  }, true);

  const told = (value) => {
    try {
      return value instanceof Error ? `${value} ${value.stack}` : String(value);
    } catch {
      return 'something without words';
    }
  };
  for (const level of ['error', 'warn']) {
    const say = console[level];
    console[level] = (...values) => {
      write('console', ...values.map(told));
      say.apply(console, values);
    };
  }

  const list = (requests) => requests.forEach(({ name }) => write('request', name));
  const requests = new PerformanceObserver((seen) => list(seen.getEntries()));
  requests.observe({ type: 'resource', buffered: true });

  // What was written since it was last read.
  Object.defineProperty(window, 'recorded', {
    value() {
      list(requests.takeRecords());
      const read = entries;
      entries = '';
      return read;
    },
  });
})();
