import type Provider from 'oidc-provider';
import { backchannelCode } from '../backchannel/index.js';
import { answerDevice } from '../device/index.js';
import type { Endpoint, Exchange } from '../http/index.js';
import { interact } from '../interaction/index.js';
import type { Profile } from '../profiles/index.js';
import type { World } from '../world/index.js';
import type { ErrorPages } from './error-pages.js';
import { type Passed, passAuthorization, passTokenRequest, passUserinfo } from './requests.js';
import { revoke } from './revoke.js';
import { tokenInfo } from './token-info.js';

/** One issuer at work. */
export type Parts = { readonly world: World; readonly provider: Provider; readonly pages: ErrorPages };

const isUnder = (path: string, page: string | undefined): boolean =>
  page !== undefined && (path === page || path.startsWith(`${page}/`));

/** The path of today for an older one. */
export function pathOf({ routes: { aliases } }: Profile, asked: string): string {
  return aliases && Object.hasOwn(aliases, asked) ? (aliases[asked] ?? asked) : asked;
}

/** What a path is for, as the journal and the faults call it. */
export function endpointOf({ routes }: Profile, path: string): Endpoint {
  if (path === '/.well-known/openid-configuration') return 'discovery';
  if (path === routes.jwks || path === routes.certificates) return 'keys';
  // Behind the path of the authorization endpoint lies where a sign-in is resumed.
  if (path === routes.authorization || path.startsWith(`${routes.authorization}/`)) return 'authorization';
  if (path === routes.token) return 'token';
  if (path === routes.userinfo) return 'userinfo';
  if (path === routes.revocation) return 'revocation';
  if (path === routes.backchannelCode) return 'backchannel';
  if (path === routes.tokenInfo) return 'tokeninfo';
  if (path === routes.deviceCode || isUnder(path, routes.devicePage)) return 'device';
  if (isUnder(path, routes.endSession)) return 'logout';
  return path.startsWith('/interaction/') ? 'interaction' : 'other';
}

/** What we answer without oidc-provider. Answers whether the path was one of these. */
export async function answerOurselves(parts: Parts, exchange: Exchange, path: string): Promise<boolean> {
  const { world, provider, pages } = parts;
  const { routes, tokenInfo: told } = world.profile;
  const { error, revocation, backchannelCode: codes } = routes;
  if (path === error) pages.serve(exchange);
  else if (path === revocation && exchange.req.method === 'POST') await revoke(world, provider, exchange);
  else if (path === codes) await backchannelCode(world, provider, exchange);
  else if (told && path === routes.tokenInfo) await tokenInfo(world, provider, exchange, told);
  else if (path === routes.deviceCode || isUnder(path, routes.devicePage))
    return answerDevice(world, provider, exchange, path);
  else return interact(world, provider, exchange, path);
  return true;
}

/** What oidc-provider answers, once the request is in its terms. */
export async function passOn(parts: Parts, exchange: Exchange, path: string): Promise<Passed> {
  const { world, provider, pages } = parts;
  const { routes } = world.profile;
  const { req } = exchange;
  if (path === routes.authorization) return passAuthorization(world, pages, exchange);
  if (path === routes.token && req.method === 'POST') return passTokenRequest(world, provider, exchange);
  if (path === routes.userinfo) return passUserinfo(world, provider, exchange);
  return req;
}
