export { OutboundModule } from './outbound.module.js';
export { type IssuerSource, ProviderClient, type TokenClient } from './provider.client.js';
