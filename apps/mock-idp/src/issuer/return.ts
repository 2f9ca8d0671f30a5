import type { KoaContextWithOIDC } from 'oidc-provider';
import { note } from '../http/index.js';
import type { Entries } from '../profiles/index.js';
import type { World } from '../world/index.js';
import { addressWith } from './address.js';
import type { ErrorPages } from './error-pages.js';
import type { Outcome } from './outcome.js';

function success(
  world: World,
  { oidc, req }: KoaContextWithOIDC,
  { code, state }: Outcome & { kind: 'success' },
) {
  const subject = oidc.session?.accountId ?? '';
  const person = world.people.bySubject(world.key, subject);
  if (!person) throw new Error('a code was issued for somebody who is gone');
  return world.profile.success({
    issuer: world.issuer,
    code: `${world.profile.codePrefix}${code}`,
    state,
    scope: [...oidc.requestParamOIDCScopes].join(' '),
    person,
    authUser: Math.max(0, world.browsers.subjects(req).indexOf(subject)),
    consentShown: Object.hasOwn(oidc.result ?? {}, 'consent'),
  });
}

function entriesOf(world: World, ctx: KoaContextWithOIDC, outcome: Outcome): Entries | undefined {
  if (outcome.kind === 'success') return success(world, ctx, outcome);
  const state = ctx.oidc.params?.['state'];
  const { error, description } = outcome;
  return world.profile.failure(
    error,
    description,
    typeof state === 'string' ? state : undefined,
    world.issuer,
  );
}

/** The request may have come pages ago: what it was is known here again. */
function noteLogin({ oidc, res }: KoaContextWithOIDC): void {
  const said = (name: string): string | undefined => {
    const value = oidc.params?.[name];
    return typeof value === 'string' ? value : undefined;
  };
  note(res, {
    clientId: oidc.client?.clientId,
    subject: oidc.session?.accountId,
    state: said('state'),
    loginHint: said('login_hint'),
  });
}

/** The way back to the client, as this provider words it. */
export function rewriteReturn(
  world: World,
  pages: ErrorPages,
  ctx: KoaContextWithOIDC,
  outcome: Outcome,
): void {
  noteLogin(ctx);
  const redirectUri = ctx.oidc.params?.['redirect_uri'];
  // Other response modes stay as oidc-provider makes them.
  if (ctx.oidc.params?.['response_mode'] || ctx.status !== 303 || typeof redirectUri !== 'string') return;
  const entries = entriesOf(world, ctx, outcome);
  if (entries) ctx.redirect(addressWith(redirectUri, entries));
  else if (outcome.kind === 'error') {
    const { error, description = 'The request is not valid.' } = outcome;
    pages.show(ctx, { status: 400, error, description });
  }
}
