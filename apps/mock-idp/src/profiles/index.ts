export { brand } from './brand.js';
export { google } from './google/index.js';
export type * from './profile.js';
