export { brand } from './brand.js';
export { google, google2025, makeGoogle } from './google/index.js';
export type * from './profile.js';
export { scopesOf } from './scopes-of.js';
export { strict } from './strict.js';
