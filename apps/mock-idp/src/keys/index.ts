export { type PublicKey, published, type SigningKey, signingKeys } from './signing-keys.js';
