import { Provider } from 'oidc-provider';
import { backchannelCode } from '../backchannel/index.js';
import { type Exchange, type Handler, sendJson } from '../http/index.js';
import { interact } from '../interaction/index.js';
import type { Profile } from '../profiles/index.js';
import type { World } from '../world/index.js';
import { rewriteAnswers } from './answers.js';
import { configurationOf } from './configuration.js';
import { ErrorPages } from './error-pages.js';
import { hinder } from './hinder.js';
import { Outcomes } from './outcome.js';
import { type Passed, passAuthorization, passTokenRequest, passUserinfo } from './requests.js';
import { revoke } from './revoke.js';

export type Issuer = {
  readonly key: string;
  readonly label: string;
  readonly issuer: string;
  readonly mount: string;
  readonly profile: Profile;
  /** Answers an exchange whose path begins with the mount. */
  readonly handle: Handler;
};

/** A provider of its own, out of a profile and the stores it shares with its neighbours. */
export function makeIssuer(world: World): Issuer {
  const { key, label, issuer, mount, profile } = world;
  const pages = new ErrorPages(world);
  const provider = new Provider(
    issuer,
    configurationOf(world, (ctx, { error, error_description: description = '' }) =>
      pages.show(ctx, { status: ctx.status >= 400 ? ctx.status : 400, error, description }),
    ),
  );
  const outcomes = new Outcomes();
  outcomes.listen(provider);
  provider.on('server_error', (_ctx, error) => world.log.error({ err: error, issuer: key }, 'server error'));
  rewriteAnswers(world, provider, outcomes, pages);
  const callback = provider.callback();

  const pass = async (exchange: Exchange, path: string): Promise<Passed> => {
    const { req } = exchange;
    const { routes } = profile;
    if (path === routes.authorization) return passAuthorization(world, pages, exchange);
    if (path === routes.token && req.method === 'POST') return passTokenRequest(world, provider, exchange);
    if (path === routes.userinfo) return passUserinfo(world, provider, exchange);
    if (path === routes.jwks && (await hinder(world, exchange, 'keys'))) return undefined;
    if (path.startsWith('/.well-known/') && (await hinder(world, exchange, 'discovery'))) return undefined;
    return req;
  };

  const ours = async (exchange: Exchange, path: string): Promise<boolean> => {
    const { routes } = profile;
    const { method } = exchange.req;
    if (routes.error && path === routes.error) pages.serve(exchange);
    else if (routes.revocation && path === routes.revocation && method === 'POST')
      await revoke(world, provider, exchange);
    else if (routes.backchannelCode && path === routes.backchannelCode)
      await backchannelCode(world, provider, exchange);
    else return interact(world, provider, exchange, path);
    return true;
  };

  const handle: Handler = async (exchange) => {
    const path = exchange.url.pathname.slice(mount.length);
    if (await ours(exchange, path)) return;
    const passed = await pass(exchange, path);
    if (!passed) return;
    // As Express mounts an application: oidc-provider finds its own address by the difference.
    const whole = passed.url ?? '/';
    Object.assign(passed, { originalUrl: whole, url: whole.slice(mount.length) });
    await callback(passed, exchange.res);
    if (!exchange.res.writableEnded && !exchange.res.headersSent)
      sendJson(exchange, 404, { error: 'not_found' });
  };
  return { key, label, issuer, mount, profile, handle };
}
