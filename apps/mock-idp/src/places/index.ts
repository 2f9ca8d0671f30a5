export { answersAt, googleHosts, googlesOwn } from './google.js';
export { type Place, type Publish, publishBy } from './place.js';
