// One visit: a page opened in a fresh context with an empty cache, loaded, and walked to its result, touched or left
// alone; then weighed.

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
/** What is still going on when all is there, belongs to loading too; and whatever a page that is left alone begins. */
const AFTERWARDS = 300;
const ALONE = 2000;

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
    const clicks = site.visitor === 'walk' ? await walk(page) : undefined;
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

/** Waits until the page has loaded, and with it what the visitor makes it load; then gives the times. */
async function loaded(page, { visitor, host, engine, start, heading, widgets }) {
  const wait = (condition, value, polling = 100) =>
    page.waitForFunction(condition, value, { polling, timeout: PATIENCE });
  const touch = async (selector) => {
    const { x, y } = await page.evaluate((selector) => __bench.placeOf(selector), selector);
    await page.mouse.click(x, y);
  };
  if (visitor === 'touch') {
    await wait(() => __bench.times.start, undefined, 'raf');
    await touch(start);
  }
  await wait((visitor) => {
    const { start, question } = __bench.times;
    return document.readyState === 'complete'
      && performance.getEntriesByName('first-contentful-paint').length > 0
      && (visitor === 'walk' ? question : visitor === 'leave' ? start : true);
  }, visitor);
  // A question may be answerable before anything of the engine is loaded: that begins with a touch.
  if (visitor === 'walk' && host) await touch(heading);
  if (host && visitor !== 'leave') {
    await wait(({ engine, count }) => performance.getEntriesByName(engine).length >= count && __bench.engines.shown, {
      engine,
      count: widgets ?? 1,
    });
  }
  await sleep(visitor === 'leave' ? ALONE : AFTERWARDS);
  return page.evaluate((visitor) => {
    const { times: { question, blocked }, engines: { touched, running, shown }, compiledAt, defined } = __bench;
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return {
      painted: paint.startTime,
      // A page that knows better says when a first answer counts.
      answerable: question ? Math.max(question, window.__ready ?? 0, paint.startTime) : null,
      // On a page that is walked the touch is the bench's own, and says nothing.
      running: visitor === 'touch' ? running[0] - touched : visitor === 'watch' ? running[0] : null,
      startingAll: visitor === 'watch' ? shown - compiledAt : null,
      defined,
      blocked,
    };
  }, visitor);
}
