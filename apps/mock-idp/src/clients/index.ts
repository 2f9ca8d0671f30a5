export {
  type Client,
  type ClientInput,
  client,
  clientInput,
  type IdTokenEncryption,
  type ReadClientInput,
} from './client.js';
export { metadataOf } from './metadata.js';
export { type ClientDefaults, type ClientRefusal, ClientRefused, Clients } from './store.js';
