export { type Provider, RelyingPartyStrategy } from './relying-party.strategy.js';
