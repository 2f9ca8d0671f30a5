import type { Grant, KoaContextWithOIDC } from 'oidc-provider';
import type { World } from '../world/index.js';

/** The grant that a person's consent to the client's project amounts to, if it covers what is asked. */
export async function grantFor(world: World, ctx: KoaContextWithOIDC): Promise<Grant | undefined> {
  const { account, client, provider } = ctx.oidc;
  if (!account || !client) return undefined;
  const known = world.clients.find(world.key, client.clientId);
  if (!known) return undefined;
  const asked = [...ctx.oidc.requestParamOIDCScopes];
  if (known.consent === 'given') world.consents.give(account.accountId, known.project, asked);
  const agreed = world.consents.of(account.accountId, known.project);
  if (!asked.every((scope) => agreed.has(scope))) return undefined;
  const grant = new provider.Grant({ accountId: account.accountId, clientId: client.clientId });
  grant.addOIDCScope(asked.join(' '));
  const grantId = await grant.save();
  const said = (name: string): string | undefined => {
    const value = ctx.oidc.params?.[name];
    return typeof value === 'string' ? value : undefined;
  };
  world.logins.put(grantId, {
    clientId: client.clientId,
    subject: account.accountId,
    state: said('state'),
    loginHint: said('login_hint'),
    offline: said('access_type') === 'offline',
    consentShown: Object.hasOwn(ctx.oidc.result ?? {}, 'consent'),
  });
  return grant;
}
