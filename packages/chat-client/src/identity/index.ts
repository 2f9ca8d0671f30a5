export { type Api, ChatProblem } from '../api.js';
export { type KeyStore, MemoryKeyStore, makeKey } from '../key-store.js';
export type { PageMethod } from '../page-method.js';
export { Identity, type IdentityOptions } from './identity.js';
export { type IdentityState, initialIdentity, type Refusal } from './state.js';
