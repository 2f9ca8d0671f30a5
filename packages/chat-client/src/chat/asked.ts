import type { IdentityRequest } from '@countersign/contracts';
import type { Identity } from '../identity/identity.js';
import type { Line } from './line.js';

/** What an agent, or an act, asks the consumer to prove: null, no longer. */
export function tellAsked(identity: Identity, request: IdentityRequest | null): void {
  const { session } = identity.state;
  if (session) identity.change({ session: { ...session, request } });
}

/**
 * No, once: it is gone before the service answers, so nobody answers what they declined, and the reply takes away
 * nothing that was asked meanwhile. What nobody heard stands there again.
 */
export async function decline(identity: Identity, line: Line | undefined): Promise<void> {
  const { session } = identity.state;
  if (!session?.request) return;
  tellAsked(identity, null);
  const reply = await line?.ask('identity:decline', { request: session.request.id });
  const now = identity.state.session;
  if (!reply && now?.session === session.session && !now.request) tellAsked(identity, session.request);
}
