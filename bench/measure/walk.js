// From the first question to the result, with real clicks.

import { setTimeout as sleep } from 'node:timers/promises';

const MOST_STEPS = 300;
/** How long nothing may be there to click. */
const PATIENCE = 5000;

/** Answers every question of the page; gives the times of all clicks on answers, and on what leads on. */
export async function walk(page) {
  const clicks = { answer: [], next: [] };
  let idleSince;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { kind, x, y } = await page.evaluate(() => __bench.whatNext());
    if (kind === 'done') return clicks;
    if (kind === 'wait') {
      idleSince ??= Date.now();
      if (Date.now() - idleSince > PATIENCE) throw new Error(`nothing to click after ${clicks.answer.length} answers`);
      await sleep(50);
      continue;
    }
    idleSince = undefined;
    clicks[kind].push(await click(page, x, y));
  }
  throw new Error(`no result after ${MOST_STEPS} clicks`);
}

async function click(page, x, y) {
  await page.mouse.move(x, y);
  await page.evaluate(() => __bench.expectClick());
  await page.mouse.down();
  await page.mouse.up();
  const late = sleep(10_000, 'late', { ref: false });
  const times = await Promise.race([page.evaluate(() => __bench.clicked), late]);
  if (times === 'late') throw new Error(`a click at ${x}, ${y} came to nothing`);
  return times;
}
