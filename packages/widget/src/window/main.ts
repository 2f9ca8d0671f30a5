import { MOUNT } from '../handover.js';
import { mount } from './chat-window.js';

// The only side effect: the launcher finds the window here, whichever of them came first.
window[MOUNT] ??= mount;
