import type Provider from 'oidc-provider';
import { type Exchange, readForm, sendJson } from '../http/index.js';
import type { World } from '../world/index.js';
import { accessTokenOf } from './bearer.js';

/** Everything a person allowed a client's project ends: they will be asked again. */
async function endGrant(world: World, provider: Provider, grantId: string): Promise<void> {
  const { logins, clients, consents, refreshTokens, key } = world;
  const login = logins.of(grantId);
  const project = clients.find(key, login?.clientId ?? '')?.project;
  const ofProject = clients.all().filter((one) => one.issuer === key && one.project === project);
  const ids = new Set(ofProject.map(({ clientId }) => clientId));
  const others = login && project ? logins.grantsOf(login.subject, ids) : [];
  for (const id of new Set([grantId, ...others])) {
    await (await provider.Grant.find(id))?.destroy();
    await provider.AccessToken.revokeByGrantId(id);
    await provider.AuthorizationCode.revokeByGrantId(id);
    refreshTokens.endGrant(id);
  }
  if (login && project) consents.take(login.subject, project);
}

/** Ends the grant of an access or refresh token, named in the query or in a form. */
export async function revoke(world: World, provider: Provider, exchange: Exchange): Promise<void> {
  const value = exchange.url.searchParams.get('token') ?? (await readForm(exchange.req)).get('token') ?? '';
  const refresh = world.refreshTokens.find(value);
  const alive = refresh === 'dead' ? undefined : refresh;
  const token = alive ?? (await accessTokenOf(world, provider, value));
  if (!token?.grantId)
    return sendJson(exchange, 400, {
      error: 'invalid_token',
      error_description: 'Token expired or revoked',
    });
  await endGrant(world, provider, token.grantId);
  sendJson(exchange, 200, {});
}
