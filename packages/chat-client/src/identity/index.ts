export { type Api, ChatProblem } from '../api.js';
export { type KeyStore, MemoryKeyStore } from '../keys/key-store.js';
export type { ProofKey } from '../keys/proof-key.js';
export { keyOfPair, makeKey, makePair } from '../keys/web-key.js';
export type { PageMethod } from '../page-method.js';
export type { Device } from '../platform/device.js';
export { type Ask, Identity, type IdentityOptions } from './identity.js';
export { type IdentityState, initialIdentity, type Refusal, refusalOf } from './state.js';
