import { B2bB2cProfile } from './define.js';

// Lets classic scripts reach the class, unless the host page already uses the name.
if (!('B2bB2cProfile' in window)) window.B2bB2cProfile = B2bB2cProfile;
