import type { KoaContextWithOIDC } from 'oidc-provider';
import { z } from 'zod';
import type { World } from '../world/index.js';
import { NoKeyToEncrypt } from './encrypt.js';
import { idTokenOf } from './id-token.js';
import { refreshTokenFor } from './offline.js';

const answered = z.looseObject({
  access_token: z.string(),
  expires_in: z.number(),
  scope: z.string().default(''),
  id_token: z.string().optional(),
});
const refused = z.looseObject({ error: z.string(), error_description: z.string().optional() });

async function rewriteIdToken(world: World, ctx: KoaContextWithOIDC, issued: string, accessToken: string) {
  const { acr, authTime, grantId } = ctx.oidc.entities.AuthorizationCode ?? {};
  const sid = world.logins.of(grantId)?.sid;
  const clientId = ctx.oidc.client?.clientId ?? '';
  return idTokenOf(world, { issued, clientId, accessToken, acr, authTime, sid });
}

/** The token endpoint's answer in this provider's words; the ID token is signed again, by the issuer's key. */
export async function rewriteTokens(world: World, ctx: KoaContextWithOIDC): Promise<void> {
  try {
    await rewrite(world, ctx);
  } catch (error) {
    if (!(error instanceof NoKeyToEncrypt)) throw error;
    ctx.status = 500;
    ctx.body = { error: 'server_error', error_description: error.message };
  }
}

async function rewrite(world: World, ctx: KoaContextWithOIDC): Promise<void> {
  const good = ctx.status === 200 ? answered.safeParse(ctx.body).data : undefined;
  if (good) {
    const accessToken = `${world.profile.accessTokenPrefix}${good.access_token}`;
    const idToken = good.id_token && (await rewriteIdToken(world, ctx, good.id_token, accessToken));
    const { grantId, authTime } = ctx.oidc.entities.AuthorizationCode ?? {};
    const began = authTime === undefined ? undefined : authTime + world.clock.ahead;
    const refresh = grantId ? refreshTokenFor(world, { grantId, scope: good.scope, authTime: began }) : {};
    ctx.body = world.profile.tokens({ ...good, access_token: accessToken, id_token: idToken, ...refresh });
    return;
  }
  const bad = refused.safeParse(ctx.body).data;
  if (!bad || !world.profile.reword) return;
  const description = bad.error_description ?? '';
  const worded = world.profile.reword({ status: ctx.status, error: bad.error, description });
  ctx.status = worded.status;
  ctx.body = { error: worded.error, error_description: worded.description };
}
