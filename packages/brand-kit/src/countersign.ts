import { type Trace, trace } from '@countersign/claims';
import { z } from 'zod';

/**
 * `apiUrl` without a slash at the end; `apiKey` as the operator made it, with the rights that are used: `facts:write`,
 * `sessions:end`, `traces:read`.
 */
export type CountersignOptions = { readonly apiUrl: string; readonly apiKey: string };

/** All that the brand's server says of one consumer. */
export type FactsPush = {
  /** Rises with every push of this consumer: lower is refused with `facts_out_of_date`. */
  readonly version: number;
  /** When the facts were true. */
  readonly asOf: Date;
  /** Until when the agent may take them for true. */
  readonly holdsUntil?: Date;
  /** By name; at most 64. Those of the catalogue in claims have a type. */
  readonly facts: Readonly<Record<string, unknown>>;
};

const problem = z.looseObject({ code: z.string(), title: z.string(), detail: z.string().optional() });
const pushed = z.looseObject({ state: z.enum(['stored', 'unchanged', 'pending']) });

/** The service said no: `code` is stable and stands in docs/errors.md, the message is for the brand's log. */
export class CountersignProblem extends Error {
  override readonly name = 'CountersignProblem';

  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

function problemOf(status: number, content: unknown): CountersignProblem {
  const { data } = problem.safeParse(content);
  if (!data) return new CountersignProblem('unknown', status, `Answered ${status}`);
  const { code, title, detail } = data;
  return new CountersignProblem(code, status, detail ? `${title} ${detail}` : title);
}

/**
 * The service, for a brand's backend. The key never goes to a page.
 *
 * `connection` is a connection's key (`web`), `subject` whom its issuer names as `sub`; with a `factsKey`, the value of
 * that claim. Each call has ten seconds, and throws a `CountersignProblem` whose `code` stands in docs/errors.md:
 * `api_key_invalid` or `api_key_forbidden` where the key may not do it, `connection_unknown`, `request_malformed` (the message
 * says what was expected), `request_too_large` beyond 256 kB. A service that does not answer throws what `fetch` throws.
 */
export function createCountersign({ apiUrl, apiKey }: CountersignOptions) {
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${apiUrl}/v1/connections/${path}`, {
      method,
      signal: AbortSignal.timeout(10_000),
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const content: unknown = await response.json().catch(() => undefined);
    if (response.ok) return content;
    throw problemOf(response.status, content);
  };
  const consumer = (connection: string, subject: string) =>
    `${encodeURIComponent(connection)}/consumers/${encodeURIComponent(subject)}`;
  return {
    /**
     * Replaces all that this brand's server said of the consumer before. `stored`: agents see it now. `unchanged`: the same
     * version with the same facts was there. `pending`: the consumer was never proven yet; kept sealed for 24 hours.
     * A lower version, or the same with other facts, is refused with `facts_out_of_date`.
     */
    async pushFacts(
      connection: string,
      subject: string,
      push: FactsPush,
    ): Promise<'stored' | 'unchanged' | 'pending'> {
      const { asOf, holdsUntil, ...rest } = push;
      const times = {
        asOf: asOf.toISOString(),
        ...(holdsUntil ? { holdsUntil: holdsUntil.toISOString() } : {}),
      };
      return pushed.parse(await call('PUT', `${consumer(connection, subject)}/facts`, { ...rest, ...times }))
        .state;
    },
    /**
     * Signs the consumer out of the chat in every tab and on every device, within a second. Proofs from before count no
     * more. Nobody there to sign out is no error.
     */
    async endSessions(connection: string, subject: string): Promise<void> {
      await call('POST', `${consumer(connection, subject)}/sessions/end`);
    },
    /**
     * Every check of one attempt, in order: its name and clause, what was expected and seen (names and values of persons
     * redacted), whether it held, and what to do. `attempt` is what the page heard with `countersign:refused`;
     * an unknown one is refused with `attempt_not_found`, one of very many with
     * `trace_not_kept`.
     */
    async trace(connection: string, attempt: string): Promise<Trace> {
      return trace.parse(
        await call('GET', `${encodeURIComponent(connection)}/attempts/${encodeURIComponent(attempt)}`),
      );
    },
  };
}
export type Countersign = ReturnType<typeof createCountersign>;
