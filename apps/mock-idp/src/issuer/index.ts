export { type Issuer, makeIssuer } from './issuer.js';
export type { SignedOut } from './logout/sign-out.js';
