// Records what happens on a page; every page of the tests' site loads this first.
//
// One line per entry, with its kind before a tab: as plain text it is safe from changes to arrays, objects or
// JSON. A page in a frame sends its entries to the top page.
(() => {
  let entries = '';
  const isFar = () => {
    try {
      return !top.document;
    } catch {
      return true;
    }
  };
  // The browsers' own logs may not include frames of another origin.
  const prefix = isFar() ? 'far-' : '';
  const write = (kind, ...texts) => {
    const entry = `${prefix}${kind}\t${texts.join(' ').replace(/\s+/g, ' ')}\n`;
    if (window === top) entries += entry;
    else top.postMessage({ recorded: entry }, '*');
  };

  // Registered before the page's own listeners, which never receive these messages.
  addEventListener('message', (event) => {
    if (typeof event.data?.recorded !== 'string') return;
    event.stopImmediatePropagation();
    entries += event.data.recorded;
  });

  // Failed files and the widget itself dispatch error events of other classes.
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

  // The entries since the last call.
  Object.defineProperty(window, 'recorded', {
    value() {
      list(requests.takeRecords());
      const read = entries;
      entries = '';
      return read;
    },
  });
})();
