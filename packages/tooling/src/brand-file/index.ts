export { type HouseFile, type MadeBrand, writeHouseFile } from './made.js';
export { makeBrands } from './make.js';
export { BrandFileWrong, readBrandFile } from './read.js';
export type { BrandFile } from './shape.js';
