import { z } from 'zod';

export const endpoint = z.enum(['token', 'keys', 'userinfo', 'discovery']);
export type Endpoint = z.infer<typeof endpoint>;

/** A provider in trouble: an endpoint that is down or slow, for one client or for everybody. */
export const outage = z
  .strictObject({
    issuer: z.string().min(1),
    endpoint,
    kind: z.enum(['down', 'slow', 'off']),
    /** Only for the endpoints that know who is asking. */
    clientId: z.string().min(1).optional(),
    /** How long a slow endpoint takes. */
    delayMs: z.int().min(1).max(120_000).default(30_000),
  })
  .refine(({ endpoint: at, clientId }) => !clientId || at === 'token' || at === 'userinfo', {
    path: ['clientId'],
    message:
      'expected only with the endpoints token and userinfo: nobody says who asks for keys or discovery',
  });
export type Outage = z.output<typeof outage>;
export type OutageInput = z.input<typeof outage>;

const nameOf = ({ issuer, endpoint: at, clientId }: Pick<Outage, 'issuer' | 'endpoint' | 'clientId'>) =>
  `${issuer} ${at} ${clientId ?? ''}`;

export class Outages {
  readonly #armed = new Map<string, Outage>();
  readonly #cleared = new Set<() => void>();

  all(): readonly Outage[] {
    return [...this.#armed.values()];
  }

  set(given: Outage): void {
    if (given.kind === 'off') this.#armed.delete(nameOf(given));
    else this.#armed.set(nameOf(given), given);
    for (const wake of this.#cleared) wake();
  }

  at(issuer: string, at: Endpoint, clientId?: string): Outage | undefined {
    const aimed = clientId && this.#armed.get(nameOf({ issuer, endpoint: at, clientId }));
    return aimed || this.#armed.get(nameOf({ issuer, endpoint: at }));
  }

  /** Waits as long as a slow endpoint does, or until somebody changes the outages. */
  wait({ delayMs }: Outage): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#cleared.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, delayMs).unref();
      this.#cleared.add(wake);
    });
  }
}
