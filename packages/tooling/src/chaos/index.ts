export { runChaos } from './chaos.js';
