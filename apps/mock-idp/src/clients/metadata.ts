import type { AdapterPayload } from 'oidc-provider';
import type { Client } from './client.js';

/** A client as oidc-provider wants to see it. */
export const metadataOf = (client: Client): AdapterPayload => ({
  client_id: client.clientId,
  client_secret: client.clientSecret,
  client_name: client.name,
  redirect_uris: client.redirectUris,
  grant_types: client.backend ? [] : ['authorization_code'],
  response_types: client.backend ? [] : ['code'],
  token_endpoint_auth_method: 'client_secret_post',
  // oidc-provider's own signature never leaves the house: the answer is signed anew, by the issuer's key.
  id_token_signed_response_alg: 'ES256',
});
