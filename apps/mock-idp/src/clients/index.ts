export { type Client, type ClientInput, client, clientInput } from './client.js';
export { metadataOf } from './metadata.js';
export { type ClientDefaults, Clients } from './store.js';
