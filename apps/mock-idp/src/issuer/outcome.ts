import type Provider from 'oidc-provider';
import type { UnknownObject } from 'oidc-provider';

/** How an authorization request ended, noted when oidc-provider says so and read when its answer is rewritten. */
export type Outcome =
  | { readonly kind: 'success'; readonly code: string; readonly state: string | undefined }
  | { readonly kind: 'error'; readonly error: string; readonly description: string | undefined };

export class Outcomes {
  readonly #noted = new WeakMap<object, Outcome>();

  of(ctx: object): Outcome | undefined {
    return this.#noted.get(ctx);
  }

  listen(provider: Provider): void {
    provider.on('authorization.success', (ctx, out: UnknownObject = {}) => {
      const { code, state } = out;
      this.#noted.set(ctx, { kind: 'success', code: String(code), state: state as string | undefined });
    });
    provider.on('authorization.error', (ctx, { error, error_description: description }) => {
      this.#noted.set(ctx, { kind: 'error', error, description });
    });
  }
}
