import type { AdapterPayload, ResponseType } from 'oidc-provider';
import type { Client } from './client.js';

/** A response type that hands out more than a code belongs to the implicit grant. */
const grantTypesFor = (responseTypes: readonly string[]): string[] => [
  'authorization_code',
  ...(responseTypes.some((one) => one.includes('token')) ? ['implicit'] : []),
];

/** A client as oidc-provider wants to see it, with what its issuer answers. */
export const metadataOf = (client: Client, responseTypes: readonly string[]): AdapterPayload => ({
  client_id: client.clientId,
  client_secret: client.clientSecret,
  client_name: client.name,
  redirect_uris: client.redirectUris,
  grant_types: client.backend ? [] : grantTypesFor(responseTypes),
  response_types: client.backend ? [] : ([...responseTypes] as ResponseType[]),
  token_endpoint_auth_method: 'client_secret_post',
  // oidc-provider's own signature never leaves the house, so it may be the cheapest: the answer is signed anew, by the issuer's key.
  id_token_signed_response_alg: 'HS256',
});
