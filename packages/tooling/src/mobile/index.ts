export { isBuilt } from './bundles.js';
export { mobile, phone } from './mobile.js';
