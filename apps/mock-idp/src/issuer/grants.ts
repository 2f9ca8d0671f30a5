import { randomBytes } from 'node:crypto';
import type { Grant, KoaContextWithOIDC } from 'oidc-provider';
import type { Client } from '../clients/index.js';
import type { World } from '../world/index.js';
import { text } from './asked.js';

/** What the consent page just sent, if it was shown. */
const justAgreed = ({ oidc }: KoaContextWithOIDC): readonly string[] | undefined => {
  const consent = oidc.result?.consent as { readonly scopes?: readonly string[] } | undefined;
  return consent?.scopes;
};

/** The session as this client knows it: a new name when the last one was ended, or was somebody else's. */
function sidFor({ sessions, browsers }: World, { oidc, req }: KoaContextWithOIDC): string | undefined {
  const { session, client, account } = oidc;
  if (!session || !client || !account) return undefined;
  const { clientId } = client;
  const { accountId: subject } = account;
  const known = session.sidFor(clientId);
  const sid =
    sessions.of(known)?.subject === subject && known ? known : randomBytes(16).toString('base64url');
  session.sidFor(clientId, sid);
  sessions.put({ sid, clientId, subject, browser: browsers.idOf(req) });
  return sid;
}

function noteLogin(world: World, ctx: KoaContextWithOIDC, grantId: string): void {
  const { params, client, account, result } = ctx.oidc;
  world.logins.put(grantId, {
    clientId: client?.clientId ?? '',
    subject: account?.accountId ?? '',
    state: text(params?.['state']),
    loginHint: text(params?.['login_hint']),
    offline: params?.['access_type'] === 'offline',
    consentShown: Object.hasOwn(result ?? {}, 'consent'),
    sid: sidFor(world, ctx),
  });
}

/** What the person leaves to the client of what it asks for; `undefined`: they have to be asked. */
function agreedTo(world: World, ctx: KoaContextWithOIDC, client: Client): readonly string[] | undefined {
  const asked = [...ctx.oidc.requestParamOIDCScopes];
  const subject = ctx.oidc.account?.accountId ?? '';
  const chosen = justAgreed(ctx);
  if (chosen) return asked.filter((scope) => chosen.includes(scope));
  if (client.consent === 'given') world.consents.give(subject, client.project, asked);
  const agreed = world.consents.of(subject, client.project);
  return asked.every((scope) => agreed.has(scope)) ? asked : undefined;
}

/** The grant that a person's consent to the client's project amounts to, if it covers what is asked. */
export async function grantFor(world: World, ctx: KoaContextWithOIDC): Promise<Grant | undefined> {
  const { account, client, provider } = ctx.oidc;
  if (!account || !client) return undefined;
  const known = world.clients.find(world.key, client.clientId);
  const agreed = known && agreedTo(world, ctx, known);
  if (!agreed) return undefined;
  const grant = new provider.Grant({ accountId: account.accountId, clientId: client.clientId });
  grant.addOIDCScope(agreed.join(' '));
  const declined = [...ctx.oidc.requestParamOIDCScopes].filter((scope) => !agreed.includes(scope));
  // Otherwise oidc-provider would ask for them again, and again.
  if (declined.length > 0) grant.rejectOIDCScope(declined.join(' '));
  const claims = [...ctx.oidc.requestParamClaims];
  if (claims.length > 0) grant.addOIDCClaims(claims);
  noteLogin(world, ctx, await grant.save());
  return grant;
}

/** `include_granted_scopes`: what the person gave this project before is in the new grant too, and in the request from here on. */
export async function foldEarlier(world: World, { oidc }: KoaContextWithOIDC): Promise<void> {
  const { params, account, client, grant } = oidc;
  if (params?.['include_granted_scopes'] !== 'true' || !account || !client || !grant) return;
  const known = world.clients.find(world.key, client.clientId);
  const earlier = world.consents.of(account.accountId, known?.project ?? client.clientId);
  const asked = [...oidc.requestParamScopes];
  const added = [...earlier].filter((scope) => !asked.includes(scope));
  if (added.length === 0) return;
  grant.addOIDCScope(added.join(' '));
  await grant.save();
  params['scope'] = [...asked, ...added].join(' ');
}
