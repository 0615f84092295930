// Chromium, and what it tells about itself beyond what a page can see.

import { chromium } from 'playwright-core';

/** No request leaves this machine, neither a page's nor the browser's own. */
const ARGUMENTS = [
  '--headless=new',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

/** Starts the browser; `processes()` lists what it consists of. */
export async function launch(executablePath) {
  // Chromium refuses its sandbox to the superuser.
  const args = process.getuid?.() === 0 ? [...ARGUMENTS, '--no-sandbox'] : ARGUMENTS;
  const browser = await chromium.launch({ executablePath, args });
  const session = await browser.newBrowserCDPSession();
  const processes = async () => (await session.send('SystemInfo.getProcessInfo')).processInfo;
  return { browser, processes };
}

/** What the page's main thread has done since its start. */
export async function workDone(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** The bytes that scripts hold on to, after everything that can go is gone. */
export async function scriptMemory(devtools) {
  await devtools.send('HeapProfiler.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.collectGarbage');
  return (await devtools.send('Runtime.getHeapUsage')).usedSize;
}
