import type { IdentityRequest } from '@countersign/contracts';
import type { Identity } from '../identity/identity.js';
import type { Line } from './line.js';

/** What an agent, or an act, asks the consumer to prove: null, no longer. */
export function tellAsked(identity: Identity, request: IdentityRequest | null): void {
  const { session } = identity.state;
  if (session) identity.change({ session: { ...session, request } });
}

/** Undefined: there is nothing to decline, or nobody has heard it. */
export const decline = async (identity: Identity, line: Line | undefined): Promise<unknown> => {
  const request = identity.state.session?.request?.id;
  return request && line?.ask('identity:decline', { request });
};
