export { ConfigRefused } from './problem.js';
export { type ReadConfig, readConfigFile, readConfigText } from './read.js';
