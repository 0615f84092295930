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

/** The bytes that scripts and WebAssembly hold on to, after everything that can go is gone. */
export async function memory(devtools) {
  await devtools.send('HeapProfiler.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize: script } = await devtools.send('Runtime.getHeapUsage');
  return { script, wasm: await wasmMemory(devtools) };
}

/** The sizes of all WebAssembly memories of the page, found in the heap: the page need not hand them out. */
async function wasmMemory(devtools) {
  const { result: prototype } = await devtools.send('Runtime.evaluate', {
    expression: 'WebAssembly.Memory.prototype',
  });
  const { objects } = await devtools.send('Runtime.queryObjects', { prototypeObjectId: prototype.objectId });
  const { result } = await devtools.send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: `function () {
      const memories = this.filter((memory) => memory !== WebAssembly.Memory.prototype);
      return memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
    }`,
    returnByValue: true,
  });
  return result.value;
}
