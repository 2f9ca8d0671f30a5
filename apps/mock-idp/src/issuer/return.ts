import type { KoaContextWithOIDC } from 'oidc-provider';
import { note } from '../http/index.js';
import type { Entries, Return } from '../profiles/index.js';
import type { World } from '../world/index.js';
import { responseModeOf, responseTypeOf, text } from './asked.js';
import { bareToken } from './bare-token.js';
import { deliver } from './deliver.js';
import { NoKeyToEncrypt } from './encrypt.js';
import type { ErrorPages } from './error-pages.js';
import { idTokenOf } from './id-token.js';
import type { Outcome, Success } from './outcome.js';

type Carried = Pick<Return, 'code' | 'accessToken' | 'idToken'>;

/** What goes back, under the names and by the key that the world knows. */
async function carriedBy(world: World, ctx: KoaContextWithOIDC, outcome: Success): Promise<Carried> {
  const { profile } = world;
  const { oidc } = ctx;
  const code = outcome.code === undefined ? undefined : `${profile.codePrefix}${outcome.code}`;
  const made = responseTypeOf(ctx) === 'token' ? await bareToken(ctx) : outcome.accessToken;
  const accessToken = made && { ...made, value: `${profile.accessTokenPrefix}${made.value}` };
  const clientId = oidc.client?.clientId ?? '';
  const idToken =
    outcome.idToken &&
    (await idTokenOf(world, {
      issued: outcome.idToken,
      clientId,
      accessToken: accessToken?.value,
      code,
      acr: oidc.acr,
      authTime: oidc.session?.authTime(),
      sid: oidc.session?.sidFor(clientId),
    }));
  return { code, accessToken, idToken };
}

async function success(world: World, ctx: KoaContextWithOIDC, outcome: Success): Promise<Entries> {
  const { oidc, req } = ctx;
  const subject = oidc.session?.accountId ?? '';
  const person = world.people.bySubject(world.key, subject);
  if (!person) throw new Error('an answer was made for somebody who is gone');
  return world.profile.success({
    ...(await carriedBy(world, ctx, outcome)),
    issuer: world.issuer,
    mode: responseModeOf(ctx),
    state: outcome.state,
    scope: oidc.grant?.getOIDCScopeFiltered(oidc.requestParamOIDCScopes) ?? '',
    person,
    authUser: Math.max(0, world.browsers.subjects(req).indexOf(subject)),
    consentShown: Object.hasOwn(oidc.result ?? {}, 'consent'),
  });
}

type Failed = { readonly error: string; readonly description: string | undefined };

const failure = ({ profile, issuer }: World, { oidc }: KoaContextWithOIDC, failed: Failed) => {
  const state = oidc.params?.['state'];
  const { error, description } = failed;
  return profile.failure(error, description, typeof state === 'string' ? state : undefined, issuer);
};

async function entriesOf(
  world: World,
  ctx: KoaContextWithOIDC,
  outcome: Outcome,
): Promise<Entries | undefined> {
  if (outcome.kind === 'error') return failure(world, ctx, outcome);
  try {
    return await success(world, ctx, outcome);
  } catch (error) {
    if (!(error instanceof NoKeyToEncrypt)) throw error;
    return failure(world, ctx, { error: 'server_error', description: error.message });
  }
}

/** The request may have come pages ago: what it was is known here again. */
export function noteLogin({ oidc, res }: KoaContextWithOIDC): void {
  const said = (name: string) => text(oidc.params?.[name]);
  note(res, {
    clientId: oidc.client?.clientId,
    subject: oidc.session?.accountId,
    state: said('state'),
    loginHint: said('login_hint'),
  });
}

/** The way back to the client, as this provider words it. */
export async function rewriteReturn(
  world: World,
  pages: ErrorPages,
  ctx: KoaContextWithOIDC,
  outcome: Outcome,
): Promise<void> {
  noteLogin(ctx);
  const redirectUri = text(ctx.oidc.params?.['redirect_uri']);
  // A page instead of a return: the request itself could not be trusted.
  if (redirectUri === undefined || pages.wasShown(ctx)) return;
  const entries = await entriesOf(world, ctx, outcome);
  if (entries) return deliver(world, ctx, redirectUri, entries);
  if (outcome.kind === 'error') pages.refuse(ctx, outcome);
}
