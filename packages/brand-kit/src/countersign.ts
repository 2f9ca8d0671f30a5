import { type Trace, trace } from '@countersign/claims';
import { z } from 'zod';

/** `apiUrl` without a slash at the end; `apiKey` as the operator made it, with the rights that are used. */
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

const problem = z.looseObject({ code: z.string(), title: z.string() });
const pushed = z.looseObject({ state: z.enum(['stored', 'unchanged', 'pending']) });

/** The service said no: `code` is stable. */
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

/** The service, for a brand's backend. The key never goes to a page. */
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
    const said = problem.safeParse(content);
    const code = said.success ? said.data.code : 'unknown';
    throw new CountersignProblem(
      code,
      response.status,
      said.success ? said.data.title : `Answered ${response.status}`,
    );
  };
  const consumer = (connection: string, subject: string) =>
    `${encodeURIComponent(connection)}/consumers/${encodeURIComponent(subject)}`;
  return {
    /** Replaces all that this brand's server said of the consumer before. */
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
    /** Signs the consumer out of the chat everywhere. */
    async endSessions(connection: string, subject: string): Promise<void> {
      await call('POST', `${consumer(connection, subject)}/sessions/end`);
    },
    /** Every check of one attempt. */
    async trace(connection: string, attempt: string): Promise<Trace> {
      return trace.parse(
        await call('GET', `${encodeURIComponent(connection)}/attempts/${encodeURIComponent(attempt)}`),
      );
    },
  };
}
export type Countersign = ReturnType<typeof createCountersign>;
