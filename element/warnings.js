/** What one element says to developers, each thing once. */
export class Warnings {
  #said = new Set();

  say(thing, text) {
    if (this.#said.has(thing)) return;
    this.#said.add(thing);
    console.warn(`b2b-b2c-profile: ${text}`);
  }
}
