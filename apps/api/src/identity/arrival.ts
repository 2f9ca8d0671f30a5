import { accepted, checkResponseIssuer, type Outcome } from '@countersign/protocol';
import type { Connection } from '../connections/index.js';

/** What a window brings back beside its proof. */
export type Arrival = {
  /** The connection's own callback: no other counts for what came there. */
  readonly redirectUri: string;
  readonly iss: string | undefined;
  /** Whether the provider says that it names itself; where nobody can know, nothing is taken from it. */
  readonly namesItself: Outcome<boolean>;
};

/** Whoever answered is the issuer of the connection, as far as the answer says so, or has to. */
export function responseIssuer(
  { issuer: { url, aliases } }: Connection,
  answer: { readonly iss?: string | undefined },
  arrival?: Arrival,
): Outcome<unknown> {
  const namesItself = arrival?.namesItself ?? accepted(false);
  return namesItself.ok ? checkResponseIssuer(answer, [url, ...aliases], namesItself.value) : namesItself;
}
