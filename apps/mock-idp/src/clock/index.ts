export { Clock, type ClockState } from './clock.js';
