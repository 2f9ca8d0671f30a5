export { certificateOf } from './certificate.js';
export { KeyRing, type KeyState, keyState, type ListedKey } from './key-ring.js';
export { makeKey, type PublicKey, type SigningKey } from './signing-keys.js';
