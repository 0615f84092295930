import { B2bB2cProfile } from './element.js';

// On a server there is nothing to define.
const elements = globalThis.customElements;
const defined = elements?.get('b2b-b2c-profile');
if (!defined) {
  elements?.define('b2b-b2c-profile', B2bB2cProfile);
} else if (defined.version !== B2bB2cProfile.version) {
  // A host page may load the script twice, or two versions of it: the first one stays.
  console.warn(`b2b-b2c-profile: version ${defined.version} is there already; ${B2bB2cProfile.version} is not used`);
}

export { B2bB2cProfile };
