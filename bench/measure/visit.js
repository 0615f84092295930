// One visit: a page opened in a fresh context with an empty cache, loaded, walked to its result, and weighed.

import { setTimeout as sleep } from 'node:timers/promises';
import { scriptMemory, workDone } from './browser.js';
import { scriptFor } from './in-page.js';
import { mostWaited, waitForRest, waited } from './noise.js';
import { walk } from './walk.js';

/** How the visitor's device and network are: slower by Chromium's own throttles, or as they are. */
export const PROFILES = {
  slow4g: {
    network: { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 },
    slowdown: 4,
  },
  unthrottled: {},
};

/** As on a phone. */
const VIEWPORT = { width: 412, height: 823 };
/** How long a page may take to load. */
const PATIENCE = 60_000;
/** What everyone asks. */
const QUESTIONS = 16;
/** What is still going on when all is there, belongs to loading too. */
const AFTERWARDS = 300;

/**
 * Measures one visit; times are milliseconds since navigation began, sizes are bytes.
 *
 * With `choosesEarly` the first answer is chosen as soon as it is seen, and is not asked for again: the walk ends only
 * if it counted. `onFault` hears of errors that the page leaves uncaught.
 */
export async function visit({ browser, processes }, { site, server }, profileName, onFault, choosesEarly = false) {
  const profile = PROFILES[profileName];
  const context = await browser.newContext({ viewport: VIEWPORT, deviceScaleFactor: 1 });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    page.on('pageerror', (error) => onFault(error));
    const foreign = await foreignRequests(devtools, server.origin);
    await devtools.send('Performance.enable');
    await page.addInitScript({ content: scriptFor(site, choosesEarly) });
    await waitForRest(processes);
    await throttle(devtools, profile);
    server.log.length = 0;
    const before = await waited(processes);
    await page.goto(server.origin + site.entry, { waitUntil: 'commit' });
    const loading = await loaded(page, site);
    const { ScriptDuration: script } = await workDone(devtools);
    const between = await waited(processes);
    const clicks = site.widgets ? undefined : await walk(page);
    if (clicks) checkAnswers(clicks.answer.length, choosesEarly);
    const after = await waited(processes);
    await throttle(devtools, {});
    return {
      site: site.name,
      profile: profileName,
      ...loading,
      script: script * 1000,
      clicks,
      memory: { script: await scriptMemory(devtools), wasm: await page.evaluate(() => __bench.wasmMemory()) },
      compiled: await page.evaluate(() => __bench.compiled),
      files: server.log.map((line) => ({ ...line })),
      foreignRequests: foreign.length,
      waitedLoading: mostWaited(before, between),
      waitedWalking: mostWaited(between, after),
    };
  } finally {
    await context.close();
  }
}

/** Clicks of fewer answers wouldn't be comparable; one more than asked is an early answer that was lost. */
function checkAnswers(clicked, choosesEarly) {
  const expected = choosesEarly ? QUESTIONS - 1 : QUESTIONS;
  if (clicked !== expected) throw new Error(`${clicked} answers clicked, ${expected} expected`);
}

/** Fills itself with the addresses that the page asks for elsewhere. */
async function foreignRequests(devtools, origin) {
  const addresses = [];
  devtools.on('Network.requestWillBeSent', ({ request: { url } }) => {
    if (/^https?:/.test(url) && !url.startsWith(`${origin}/`)) addresses.push(url);
  });
  await devtools.send('Network.enable');
  return addresses;
}

async function throttle(devtools, { network, slowdown = 1 }) {
  const open = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
  await devtools.send('Network.emulateNetworkConditions', network ?? open);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

/** Waits until the page has loaded: its question answerable, its widgets running; then gives the times. */
async function loaded(page, { host, widgets }) {
  await page.waitForFunction(({ widgets, running }) => {
    const { times } = __bench;
    return (widgets || times.question)
      && times.running.length >= running && (times.shown || !running)
      && document.readyState === 'complete'
      && performance.getEntriesByName('first-contentful-paint').length > 0;
  }, { widgets, running: widgets ?? (host ? 1 : 0) }, { polling: 100, timeout: PATIENCE });
  await sleep(AFTERWARDS);
  return page.evaluate(() => {
    const { question, compiled, running, shown, blocked } = __bench.times;
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return {
      painted: paint.startTime,
      // A page that knows better says when a first answer counts.
      answerable: question ? Math.max(question, window.__ready ?? 0, paint.startTime) : null,
      running: running[0] ?? null,
      startingAll: running.length ? shown - compiled : null,
      blocked,
    };
  });
}
