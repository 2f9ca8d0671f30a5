import type { KoaContextWithOIDC } from 'oidc-provider';
import { z } from 'zod';
import { type Exchange, pagePolicy, sendHtml } from '../http/index.js';
import { errorPage } from '../pages/index.js';
import type { Refusal } from '../profiles/index.js';
import type { World } from '../world/index.js';

const carried = z.strictObject({
  status: z.int().min(400).max(599),
  error: z.string().regex(/^[a-z_]{1,60}$/),
  description: z.string().max(400),
});

const statuses: Readonly<Record<string, number>> = { org_internal: 403, server_error: 500 };

/** Pages instead of a return to the client, where the request itself cannot be trusted. */
export class ErrorPages {
  readonly #shown = new WeakSet<object>();

  constructor(readonly world: World) {}

  wasShown(ctx: object): boolean {
    return this.#shown.has(ctx);
  }

  /** Where the page for a refusal lies, for providers that send the browser there. */
  address({ status, error, description }: Refusal, clientId: string | null): string | undefined {
    const { error: path } = this.world.profile.routes;
    if (!path) return undefined;
    const authError = Buffer.from(JSON.stringify({ status, error, description })).toString('base64');
    const query = new URLSearchParams({ authError, ...(clientId ? { client_id: clientId } : {}) });
    return `${this.world.mount}${path}?${query}`;
  }

  /** On the spot, in an answer that oidc-provider has begun. */
  show(ctx: KoaContextWithOIDC, refusal: Refusal): void {
    this.#shown.add(ctx);
    ctx.remove('location');
    ctx.status = refusal.status;
    ctx.type = 'html';
    ctx.set({ 'content-security-policy': pagePolicy, 'referrer-policy': 'no-referrer' });
    ctx.body = errorPage({ label: this.world.label, ...refusal });
  }

  /** Instead of the way back, where the provider keeps an error to itself. */
  refuse(
    ctx: KoaContextWithOIDC,
    failed: { readonly error: string; readonly description?: string | undefined },
  ): void {
    const { error, description = 'The request is not valid.' } = failed;
    const refusal = { status: statuses[error] ?? 400, error, description };
    const address = this.address(refusal, ctx.oidc.client?.clientId ?? null);
    if (!address) {
      this.show(ctx, refusal);
      return;
    }
    ctx.status = 303;
    ctx.redirect(address);
  }

  /** The page that `address` names. */
  serve(exchange: Exchange): void {
    const { searchParams } = exchange.url;
    const refusal = carried.safeParse(decoded(searchParams.get('authError') ?? ''));
    const shown = refusal.data ?? {
      status: 400,
      error: 'invalid_request',
      description: 'The request is not valid.',
    };
    const clientId = searchParams.get('client_id') ?? undefined;
    sendHtml(exchange, shown.status, errorPage({ label: this.world.label, ...shown, clientId }));
  }
}

function decoded(value: string): unknown {
  try {
    return JSON.parse(Buffer.from(value, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}
