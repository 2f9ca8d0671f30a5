import { errors, Provider } from 'oidc-provider';
import { signInEnded } from '../interaction/index.js';
import type { World } from '../world/index.js';
import { rewriteAnswers } from './answers.js';
import { configurationOf } from './configuration.js';
import type { ErrorPages } from './error-pages.js';
import { Outcomes } from './outcome.js';

type Schema = { prototype: { invalidate(message: string, code?: string): void } };

/** oidc-provider wants https, and no localhost, of clients that get tokens by way of the browser; ours are under test. */
function allowLoopback({ Client }: Provider): void {
  // Not in its types.
  const { prototype } = (Client as unknown as { Schema: Schema }).Schema;
  const { invalidate } = prototype;
  prototype.invalidate = function refuse(message, code) {
    if (code === 'implicit-forbid-localhost' || code === 'implicit-force-https') return;
    invalidate.call(this, message, code);
  };
}

/**
 * oidc-provider for one issuer. Loading it takes longer than all the rest of a start, so this file is imported when the
 * first request needs it, never before.
 */
export function makeProvider(world: World, pages: ErrorPages): Provider {
  const provider = new Provider(
    world.issuer,
    configurationOf(world, (ctx, { error, error_description: said }, thrown) => {
      // Resumed, and nothing is left to be resumed.
      if (thrown instanceof errors.SessionNotFound) return pages.show(ctx, signInEnded);
      const description = said || 'The request is not valid: an unknown client, perhaps.';
      pages.show(ctx, { status: Math.max(ctx.status, 400), error, description });
    }),
  );
  allowLoopback(provider);
  const outcomes = new Outcomes();
  outcomes.listen(provider);
  provider.on('server_error', (_ctx, error) =>
    world.log.error({ err: error, issuer: world.key }, 'server error'),
  );
  rewriteAnswers(world, provider, outcomes, pages);
  return provider;
}
