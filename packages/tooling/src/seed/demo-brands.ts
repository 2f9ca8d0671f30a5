/** The demo's brands as the house sets them up, for tests that bend one and put it back. */
export { larkspur } from './brands.js';
export type { DemoSecrets } from './secrets.js';
