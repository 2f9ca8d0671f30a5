export { UsageRefused } from './read.js';
export { run } from './run.js';
