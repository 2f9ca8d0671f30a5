export type { Addresses } from '../seed/addresses.js';
export { addressesOf, type House, type HouseOptions, resetHouse, startHouse } from './house.js';
export { type HttpsOptions, httpsPortMustBeFree } from './https.js';
export { attachmentsIn, databaseIn, erasuresIn } from './places.js';
export { freePorts, mustBeFree, type Ports, usualPorts } from './ports.js';
export { secretsIn } from './secrets.js';
