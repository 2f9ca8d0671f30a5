import type Provider from 'oidc-provider';
import type { UnknownObject } from 'oidc-provider';
import { text } from './asked.js';

/** How an authorization request ended, noted when oidc-provider says so and read when its answer is rewritten. */
export type Outcome =
  | {
      readonly kind: 'success';
      readonly code: string | undefined;
      readonly accessToken: { readonly value: string; readonly expiresIn: number } | undefined;
      /** Signed by oidc-provider: not yet fit to leave. */
      readonly idToken: string | undefined;
      readonly state: string | undefined;
    }
  | { readonly kind: 'error'; readonly error: string; readonly description: string | undefined };

export type Success = Outcome & { readonly kind: 'success' };

function successOf(out: UnknownObject): Success {
  const value = text(out['access_token']);
  return {
    kind: 'success',
    code: text(out['code']),
    accessToken: value === undefined ? undefined : { value, expiresIn: Number(out['expires_in']) },
    idToken: text(out['id_token']),
    // Given back as it came, even if that was empty.
    state: typeof out['state'] === 'string' ? out['state'] : undefined,
  };
}

export class Outcomes {
  readonly #noted = new WeakMap<object, Outcome>();

  of(ctx: object): Outcome | undefined {
    return this.#noted.get(ctx);
  }

  listen(provider: Provider): void {
    provider.on('authorization.success', (ctx, out: UnknownObject = {}) => {
      this.#noted.set(ctx, successOf(out));
    });
    provider.on('authorization.error', (ctx, { error, error_description: description }) => {
      this.#noted.set(ctx, { kind: 'error', error, description });
    });
  }
}
