// What runs inside the measured page, ahead of its own scripts. Each function stands alone once it is there: they
// meet in `window.__bench`.

import { watchWalking } from './in-page-walking.js';

/** The script to inject for a site. */
export function scriptFor({ host, engine, start, answer, next, done, visitor }, choosesEarly) {
  const site = JSON.stringify({ host, engine, start, answer, next, done, visitor, choosesEarly });
  const functions = [lookAround, watchLoading, watchEngines, watchDefinition, countModules, watchWalking];
  const calls = functions.map((watch) => `(${watch})(${site});`).join('\n');
  return `if (window === top && location.protocol !== 'about:') {\n${calls}\n}`;
}

/** Finding things, in the open shadow roots of the site's host elements too. */
function lookAround({ host }) {
  const rootsOf = (document) => {
    const hosts = host ? [...document.querySelectorAll(host)] : [];
    return [document, ...hosts.map(({ shadowRoot }) => shadowRoot).filter(Boolean)];
  };
  const roots = () => rootsOf(document);
  const all = (selector) => (selector ? roots().flatMap((root) => [...root.querySelectorAll(selector)]) : []);
  const isShown = (element) => element.isConnected && element.checkVisibility({ visibilityProperty: true });
  const isUsable = (element) => !element.disabled && !element.closest('[inert]')
    && (isShown(element) || [...(element.labels ?? [])].some(isShown));
  /** Calls back once the frame that is being made is over. */
  const afterFrame = (callback) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = callback;
    channel.port2.postMessage(0);
  };
  window.__bench = { roots, all, isShown, isUsable, afterFrame };
}

/**
 * Takes the times of loading: when there is a Start to press, when a first question can be answered, and by how much
 * tasks were too long.
 *
 * Looks once per frame, and takes the time after it. Where the page is walked, a Start is pressed as soon as it is
 * there, and again as long as no question comes of it; the other pages are left at their Start. With `choosesEarly` an answer is chosen in the very frame in
 * which the question is seen.
 */
function watchLoading({ start, answer, visitor, choosesEarly }) {
  const bench = window.__bench;
  const times = bench.times = { start: 0, question: 0, blocked: 0 };
  let pressed = -Infinity;
  const look = () => {
    const answers = bench.all(answer).filter(bench.isUsable);
    if (answers.length) {
      bench.afterFrame(() => { times.question = performance.now(); });
      if (choosesEarly) answers[1].click();
      return;
    }
    const button = bench.all(start).find(bench.isUsable);
    if (button && visitor !== 'walk') {
      bench.afterFrame(() => { times.start = performance.now(); });
      return;
    }
    if (button && performance.now() - pressed > 100) {
      pressed = performance.now();
      bench.afterFrame(() => button.click());
    }
    requestAnimationFrame(look);
  };
  // With many widgets the looking itself would count.
  if (visitor !== 'watch') requestAnimationFrame(look);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) times.blocked += Math.max(0, duration - 50);
  }).observe({ type: 'longtask', buffered: true });
}

/**
 * Takes the times of engines: when the page was first touched by a finger or a button of a mouse, when each engine's
 * mark was set, which is when its widget took the place of the first pages, and when the last of them was painted.
 */
function watchEngines({ engine }) {
  const bench = window.__bench;
  const engines = bench.engines = { touched: 0, running: [], shown: 0 };
  addEventListener('pointerdown', ({ isTrusted, timeStamp }) => {
    if (isTrusted) engines.touched ||= timeStamp;
  }, true);
  const original = performance.mark;
  performance.mark = function mark(name, ...rest) {
    const made = original.call(this, name, ...rest);
    if (name === engine) {
      engines.running.push(made.startTime);
      requestAnimationFrame(() => bench.afterFrame(() => { engines.shown = performance.now(); }));
    }
    return made;
  };
}

/**
 * Takes how long it is from the call that defines the element to the end of its task, and to the end of the first frame
 * after it.
 *
 * In the task are the definition, the elements that are on the page already, and what they put off to its end. A
 * message would come too late to tell the end: browsers put frames and other tasks before it.
 */
function watchDefinition({ host }) {
  const HOPS = 50;
  const bench = window.__bench;
  bench.defined = { task: null, frame: null };
  const original = customElements.define;
  customElements.define = function define(name, ...rest) {
    const begun = performance.now();
    const passed = () => performance.now() - begun;
    const made = original.call(this, name, ...rest);
    if (name === host) {
      (async () => {
        for (let hop = 0; hop < HOPS; hop += 1) await undefined;
        bench.defined.task = passed();
      })();
      requestAnimationFrame(() => bench.afterFrame(() => { bench.defined.frame = passed(); }));
    }
    return made;
  };
}

/**
 * Counts the modules that the page compiles, and takes the time at which the last one was there; knows the memories
 * that their instances give away.
 *
 * The probe of eight bytes, whether the page may compile at all, is none. (The heap could be searched for memories, but
 * a tab of Chromium 156 dies of that where a module exports its table of functions.)
 */
function countModules() {
  const { __bench: bench, WebAssembly: wasm } = window;
  const memories = new Set();
  bench.compiled = bench.compiledAt = 0;
  bench.wasmMemory = () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  const count = (source) => {
    const isOne = !(source instanceof wasm.Module) && !(source?.byteLength <= 8);
    if (isOne) bench.compiled += 1;
    return () => { if (isOne) bench.compiledAt = performance.now(); };
  };
  for (const name of ['compile', 'compileStreaming', 'instantiate', 'instantiateStreaming']) {
    const original = wasm[name];
    wasm[name] = async (source, ...rest) => {
      const isThere = count(source);
      const made = await original.call(wasm, source, ...rest);
      isThere();
      for (const given of Object.values((made.instance ?? made).exports ?? {})) {
        if (given instanceof wasm.Memory) memories.add(given);
      }
      return made;
    };
  }
  wasm.Module = new Proxy(wasm.Module, {
    construct(target, [source, ...rest]) {
      const isThere = count(source);
      const made = new target(source, ...rest);
      isThere();
      return made;
    },
  });
}
