import { B2bB2cProfile } from './element.js';

// Undefined on a server.
const elements = globalThis.customElements;
const defined = elements?.get('b2b-b2c-profile');
if (!defined) {
  elements?.define('b2b-b2c-profile', B2bB2cProfile);
} else if (defined.version !== B2bB2cProfile.version) {
  // If a host page loads the script twice, or in two versions, the first one wins.
  console.warn(`b2b-b2c-profile: version ${defined.version} is there already; ${B2bB2cProfile.version} is not used`);
}

export { B2bB2cProfile };
