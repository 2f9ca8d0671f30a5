export { type Issuer, makeIssuer } from './issuer.js';
