import { Provider } from 'oidc-provider';
import { type Handler, sendJson } from '../http/index.js';
import type { Profile } from '../profiles/index.js';
import type { World } from '../world/index.js';
import { rewriteAnswers } from './answers.js';
import { configurationOf } from './configuration.js';
import { ErrorPages } from './error-pages.js';
import { Outcomes } from './outcome.js';
import { answerOurselves, passOn } from './routes.js';

export type Issuer = {
  readonly key: string;
  readonly label: string;
  readonly issuer: string;
  readonly mount: string;
  readonly profile: Profile;
  /** Answers an exchange whose path begins with the mount. */
  readonly handle: Handler;
};

function makeProvider(world: World, pages: ErrorPages): Provider {
  const provider = new Provider(
    world.issuer,
    configurationOf(world, (ctx, { error, error_description: said }) => {
      const description = said || 'The request is not valid: an unknown client, perhaps.';
      pages.show(ctx, { status: Math.max(ctx.status, 400), error, description });
    }),
  );
  const outcomes = new Outcomes();
  outcomes.listen(provider);
  provider.on('server_error', (_ctx, error) =>
    world.log.error({ err: error, issuer: world.key }, 'server error'),
  );
  rewriteAnswers(world, provider, outcomes, pages);
  return provider;
}

/** A provider of its own, out of a profile and the stores it shares with its neighbours. */
export function makeIssuer(world: World): Issuer {
  const { key, label, issuer, mount, profile } = world;
  const pages = new ErrorPages(world);
  const provider = makeProvider(world, pages);
  const parts = { world, provider, pages };
  const callback = provider.callback();

  const handle: Handler = async (exchange) => {
    const { res, url } = exchange;
    const path = url.pathname.slice(mount.length);
    if (await answerOurselves(parts, exchange, path)) return;
    const passed = await passOn(parts, exchange, path);
    if (!passed) return;
    // As Express mounts an application: oidc-provider finds its own address by the difference.
    const whole = `${url.pathname}${url.search}`;
    Object.assign(passed, { originalUrl: whole, url: whole.slice(mount.length) || '/' });
    await callback(passed, res);
    if (!res.writableEnded && !res.headersSent) sendJson(exchange, 404, { error: 'not_found' });
  };
  return { key, label, issuer, mount, profile, handle };
}
