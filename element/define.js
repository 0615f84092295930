import { B2bB2cProfile } from './element.js';

// A page may load the script twice, or two versions of it: the first one stays.
if (!customElements.get('b2b-b2c-profile')) {
  customElements.define('b2b-b2c-profile', B2bB2cProfile);
}

export { B2bB2cProfile };
