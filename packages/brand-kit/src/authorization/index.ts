export type { LogoutDelivery } from './logout.js';
export { memoryStore } from './memory-store.js';
export type {
  AuthorizationClient,
  AuthorizationOptions,
  Lifetimes,
  LoginWish,
  SignedIn,
} from './options.js';
export { type AuthorizationService, createAuthorizationService } from './service.js';
export type { SignedOut } from './signed-out.js';
export {
  newSigningKey,
  type Rotation,
  rotateKeys,
  type SigningAlgorithm,
  type SigningKey,
} from './signing-keys.js';
export type { AuthorizationStore } from './store.js';
