import type Provider from 'oidc-provider';
import type { Client } from '../clients/index.js';
import type { Exchange } from '../http/index.js';
import type { World } from '../world/index.js';

/** A token request that we answer ourselves; its client has said its secret. */
export type GrantRequest = {
  readonly world: World;
  readonly provider: Provider;
  readonly exchange: Exchange;
  readonly client: Client;
  readonly form: URLSearchParams;
};
