import {
  type AttemptOutcome,
  attemptDetail,
  attemptPage,
  consoleConnections,
  type TryProof,
  tryResult,
} from '@countersign/contracts';
import { call } from './call';

export type AttemptFilter = {
  readonly outcome?: AttemptOutcome | undefined;
  readonly reason?: string | undefined;
};

/** The routes of the brand's console, for developers. */
export function consoleClient(apiUrl: string) {
  const at = (path: string) => `${apiUrl}/v1/console${path}`;
  const of = (connection: string) => `/connections/${encodeURIComponent(connection)}`;
  return {
    connections: () => call(at('/connections'), consoleConnections),
    attempts: (connection: string, filter: AttemptFilter, before?: string) => {
      const query = new URLSearchParams();
      for (const [name, value] of Object.entries({ ...filter, before })) if (value) query.set(name, value);
      return call(at(`${of(connection)}/attempts?${query}`), attemptPage);
    },
    attempt: (connection: string, attempt: string) =>
      call(at(`${of(connection)}/attempts/${encodeURIComponent(attempt)}`), attemptDetail),
    find: (attempt: string) => call(at(`/attempts/${encodeURIComponent(attempt)}`), attemptDetail),
    try: (connection: string, proof: TryProof) => call(at(`${of(connection)}/try`), tryResult, 'POST', proof),
  };
}
