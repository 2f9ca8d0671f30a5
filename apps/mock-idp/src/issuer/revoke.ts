import type Provider from 'oidc-provider';
import { type Exchange, readForm, sendJson } from '../http/index.js';
import type { World } from '../world/index.js';

/** Ends an access token, named in the query or in a form. */
export async function revoke({ profile }: World, provider: Provider, exchange: Exchange): Promise<void> {
  const value = exchange.url.searchParams.get('token') ?? (await readForm(exchange.req)).get('token') ?? '';
  const bare = value.startsWith(profile.accessTokenPrefix)
    ? value.slice(profile.accessTokenPrefix.length)
    : '';
  const token = await provider.AccessToken.find(bare);
  if (!token?.isValid)
    return sendJson(exchange, 400, {
      error: 'invalid_token',
      error_description: 'Token expired or revoked',
    });
  await token.destroy();
  sendJson(exchange, 200, {});
}
