// What else goes on on this machine: waiting until it is quiet, and noticing when it wasn't.

import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Below this share of all processors, the machine counts as quiet. */
const QUIET = 0.25;

/** How long a visit waits for a quiet machine, in milliseconds. */
const PATIENCE = 10_000;
let patience = PATIENCE;

/** Waits until the machine is quiet. Where that was in vain, it is tried for half as long the next time. */
export async function waitForQuiet() {
  const end = Date.now() + patience;
  let before = load();
  while (before && Date.now() < end) {
    await sleep(400);
    const after = load();
    if ((after.busy - before.busy) / (after.all - before.all) < QUIET) {
      patience = PATIENCE;
      return;
    }
    before = after;
  }
  patience = Math.max(1000, patience / 2);
}

/** A new window has helper pages of its own; waits until they, and all of the browser, have come to rest. */
export async function waitForRest(processes) {
  const used = async () => (await processes()).reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  let before = await used();
  for (let tries = 0; tries < 20; tries += 1) {
    await sleep(250);
    const after = await used();
    if (after - before < 0.02) return;
    before = after;
  }
}

/**
 * For how many milliseconds main threads of pages stood ready to work while no processor was free, by process.
 *
 * Linux alone tells; elsewhere there is nothing in it.
 */
export async function waited(processes) {
  const pages = (await processes()).filter(({ type }) => type === 'renderer');
  return new Map(pages.map(({ id }) => [id, waitedBy(id)]));
}

/** The most that one page waited between two readings. */
export function mostWaited(before, after) {
  return Math.max(0, ...[...after].map(([id, waited]) => waited - (before.get(id) ?? 0)));
}

function waitedBy(id) {
  const text = textOf(`/proc/${id}/task/${id}/schedstat`);
  return text ? Number(text.split(' ')[1]) / 1e6 : 0;
}

/** All processors' time so far, and how much of it they worked; nothing where there is no such file. */
function load() {
  const line = textOf('/proc/stat')?.split('\n')[0];
  if (!line) return undefined;
  const times = line.trim().split(/\s+/).slice(1, 9).map(Number);
  const all = times.reduce((sum, time) => sum + time);
  return { all, busy: all - times[3] - times[4] };
}

function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
