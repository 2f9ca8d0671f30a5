export { contrast, type LinearRgb, luminance, readRgb } from './luminance.js';
export { readableOn } from './readable-on.js';
export { sealPath } from './seal.js';
