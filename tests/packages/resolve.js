// Every export resolves to a file, and a server can import every script.
import { readFile } from 'node:fs/promises';

const description = JSON.parse(await readFile(new URL(import.meta.resolve('b2b-b2c-profile/package.json'))));
const event = 'b2b-b2c-profile/schemas/step.json';
const addresses = Object.keys(description.exports).filter((name) => !name.includes('*'));
for (const name of [...addresses.map((name) => `b2b-b2c-profile${name.slice(1)}`), event]) {
  const bytes = await readFile(new URL(import.meta.resolve(name)));
  if (bytes.length === 0) throw new Error(`empty: ${name}`);
}
for (const name of ['', '/define', '/inline']) {
  const { B2bB2cProfile } = await import(`b2b-b2c-profile${name}`);
  if (B2bB2cProfile.version !== description.version) throw new Error(`another version: b2b-b2c-profile${name}`);
}
for (const types of Object.values(description.exports).map((target) => target.types).filter(Boolean)) {
  await readFile(new URL(types, import.meta.resolve('b2b-b2c-profile/package.json')));
}
