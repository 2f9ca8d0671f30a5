export { authorityFile } from './authority-file.js';
export { type Credentials, credentialsIn } from './credentials.js';
export { type Front, type FrontOptions, openFront } from './front.js';
export { findNginx, openNginx } from './nginx.js';
export { hosts, secureAddresses } from './places.js';
export { type Ask, type Machine, type Store, storesOf } from './stores/index.js';
export { trustHere, trusting } from './trusting.js';
