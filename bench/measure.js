// Measures the peers and the widget side by side in Chromium, and prints all visits as JSON.
//
//     node measure.js <folder of the built widget> <browser> [--runs N] [--once]

import os from 'node:os';
import { parseArgs } from 'node:util';
import { launch } from './measure/browser.js';
import { waitForQuiet } from './measure/noise.js';
import { serve } from './measure/server.js';
import { otherLoader, sites } from './measure/sites.js';
import { PROFILES, visit } from './measure/visit.js';

/** How often a visit that was disturbed, or failed, is made anew. */
const TRIES = 3;

/** How often a page that is left alone is visited in each round: it takes little time, and its figures are small. */
const LEFT_ALONE = 3;

const { positionals: [folder, browserPath], values: { runs, once } } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '7' }, once: { type: 'boolean' } },
});
const profiles = once ? ['slow4g'] : Object.keys(PROFILES);
const rounds = once ? 1 : Number(runs);

const chromium = await launch(browserPath);
const places = await Promise.all(sites(folder).map(async (site) => ({ site, server: await serve(site) })));
const faults = [];
try {
  await warmUp();
  const visits = await measureAll();
  process.stdout.write(JSON.stringify({ ...machine(), profiles, rounds, otherLoader: otherLoader(), visits, faults }, null, 1));
} finally {
  await chromium.browser.close();
  places.forEach(({ server }) => server.close());
  process.stderr.write('\n');
}

/** A first visit to each page is not measured: it chooses an answer as early as it is seen, which must count. */
async function warmUp() {
  for (const place of places) {
    tell('warming up', place.site.name);
    const onFault = (error) => note(place.site.name, error);
    await visit(chromium, place, 'slow4g', onFault, place.site.visitor === 'walk').catch(onFault);
  }
}

/** All visits, interleaved: each round begins with another page, so that none always follows the same one. */
async function measureAll() {
  const visits = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const profile of profiles) {
      const first = round % places.length;
      for (const place of [...places.slice(first), ...places.slice(0, first)]) {
        tell(`round ${round + 1} of ${rounds}, ${profile}`, place.site.name);
        for (let times = place.site.visitor === 'leave' ? LEFT_ALONE : 1; times > 0; times -= 1) {
          const measured = await undisturbed(place, profile);
          if (measured) visits.push(measured);
        }
      }
    }
  }
  return visits;
}

/** A visit during which the page hardly ever waited for a processor; the last try counts in any case. */
async function undisturbed(place, profile) {
  const tries = once ? 1 : TRIES;
  const onFault = (error) => note(place.site.name, error);
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    if (!once) await waitForQuiet();
    try {
      const measured = await visit(chromium, place, profile, onFault);
      const { answerable, running, waitedLoading } = measured;
      const isDisturbed = waitedLoading > 30 + Math.max(answerable, running) / 4;
      if (!isDisturbed || attempt === tries) return { ...measured, attempt, isDisturbed };
    } catch (error) {
      if (attempt === tries) onFault(error);
    }
  }
  return undefined;
}

function machine() {
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: {
      processor: os.cpus()[0].model.trim(),
      cores: os.cpus().length,
      memory: os.totalmem(),
      system: `${os.type()} ${os.release()}`,
      browser: `Chromium ${chromium.browser.version()}`,
      node: process.version,
    },
  };
}

function tell(stage, name) {
  process.stderr.write(`\r\x1b[Kbench: ${stage}: ${name}`);
}

function note(name, { message }) {
  const fault = `${name}: ${message.split('\n')[0]}`;
  if (faults.includes(fault)) return;
  faults.push(fault);
  process.stderr.write(`\n${fault}\n`);
}
