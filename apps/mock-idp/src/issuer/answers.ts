import type Provider from 'oidc-provider';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { notesOf } from '../http/index.js';
import type { World } from '../world/index.js';
import type { ErrorPages } from './error-pages.js';
import type { Outcomes } from './outcome.js';
import { noteLogin, rewriteReturn } from './return.js';
import { rewriteTokens } from './token-answer.js';
import { toldAt } from './userinfo.js';

function rewriteUserinfo(world: World, ctx: KoaContextWithOIDC): void {
  const { profile, issuer } = world;
  const { path = '' } = notesOf(ctx.res);
  if (ctx.status === 200) {
    ctx.body = toldAt(world, path, ctx.body as Record<string, unknown>);
    return;
  }
  if (!profile.userinfoRefused || ctx.status < 400 || ctx.status > 403) return;
  ctx.status = 401;
  ctx.set('www-authenticate', profile.userinfoRefused.authenticate(issuer));
  ctx.body = profile.userinfoDoors?.[path]?.refused ?? profile.userinfoRefused.body;
}

/**
 * oidc-provider stays honest and does all the work; here its answers are put into the words of the provider
 * that the profile stands in for.
 */
export function rewriteAnswers(
  world: World,
  provider: Provider,
  outcomes: Outcomes,
  pages: ErrorPages,
): void {
  provider.use(async (ctx: KoaContextWithOIDC, next) => {
    await next();
    const outcome = outcomes.of(ctx);
    if (outcome) return rewriteReturn(world, pages, ctx, outcome);
    // Resumed, and on to another page.
    if (ctx.oidc?.route === 'resume') noteLogin(ctx);
    switch (ctx.oidc?.route) {
      case 'token':
        return rewriteTokens(world, ctx);
      case 'userinfo':
        return rewriteUserinfo(world, ctx);
    }
  });
}
