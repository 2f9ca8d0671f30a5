export { Browsers } from './browsers.js';
export { Consents } from './consents.js';
export { type Login, Logins } from './logins.js';
export type { World } from './world.js';
