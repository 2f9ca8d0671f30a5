export {
  type Client,
  type ClientChange,
  type ClientInput,
  client,
  clientChange,
  clientInput,
  type IdTokenEncryption,
  type ReadClientInput,
} from './client.js';
export { metadataOf } from './metadata.js';
export { type ClientDefaults, type ClientRefusal, ClientRefused, Clients } from './store.js';
