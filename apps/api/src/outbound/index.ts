export { type OutboundAnswer, OutboundClient, type OutboundRequest } from './outbound.client.js';
export { OutboundModule } from './outbound.module.js';
export { type PostAnswer, PostingClient } from './posting.client.js';
export { type IssuerSource, type LookedAt, ProviderClient, type TokenClient } from './provider.client.js';
export { isSigningSecret, newSigningSecret, type SignedHeaders, signed, type ToSign } from './signed.js';
export { TargetsService } from './targets.service.js';
export type { Forbidden } from './tested-sockets.client.js';
