import { decodeJwt } from 'jose';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { z } from 'zod';
import type { World } from '../world/index.js';
import { refreshTokenFor } from './offline.js';
import { signed } from './sign.js';

const answered = z.looseObject({
  access_token: z.string(),
  expires_in: z.number(),
  scope: z.string().default(''),
  id_token: z.string().optional(),
});
const refused = z.looseObject({ error: z.string(), error_description: z.string().optional() });

async function rewriteIdToken(world: World, ctx: KoaContextWithOIDC, idToken: string, accessToken: string) {
  const claims = decodeJwt(idToken);
  const person = world.people.bySubject(world.key, claims.sub ?? '');
  const { acr, authTime } = ctx.oidc.entities.AuthorizationCode ?? {};
  const extra = person?.claims[world.key] ?? {};
  const { ahead } = world.clock;
  const parts = {
    signed: { ...claims, iat: (claims.iat ?? 0) + ahead, exp: (claims.exp ?? 0) + ahead },
    extra,
    accessToken,
    acr,
    authTime: authTime === undefined ? undefined : authTime + ahead,
  };
  return signed(world.profile.idToken(parts), await world.keys.current());
}

/** The token endpoint's answer in this provider's words; the ID token is signed again, by the same key. */
export async function rewriteTokens(world: World, ctx: KoaContextWithOIDC): Promise<void> {
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
