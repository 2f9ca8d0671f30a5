import { Provider } from 'oidc-provider';
import type { World } from '../world/index.js';
import { rewriteAnswers } from './answers.js';
import { configurationOf } from './configuration.js';
import type { ErrorPages } from './error-pages.js';
import { Outcomes } from './outcome.js';

/**
 * oidc-provider for one issuer. Loading it takes longer than all the rest of a start, so this file is imported when the
 * first request needs it, never before.
 */
export function makeProvider(world: World, pages: ErrorPages): Provider {
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
