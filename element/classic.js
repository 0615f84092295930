import { B2bB2cProfile } from './define.js';

// Scripts that are no modules reach the class here; a name that the host page uses itself is left to it.
if (!('B2bB2cProfile' in window)) window.B2bB2cProfile = B2bB2cProfile;
