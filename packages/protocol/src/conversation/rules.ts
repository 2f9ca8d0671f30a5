import type { Assurance } from '@countersign/claims';
import { admits } from '../identity/assurance.js';

export type ConversationFacts = {
  readonly state: 'waiting' | 'taken' | 'ended';
  readonly agent: string | null;
  /** Ever spoken in by a proven consumer. */
  readonly verified: boolean;
};

export type Refusal =
  | 'conversation_ended'
  | 'conversation_taken'
  | 'agent_not_assigned'
  | 'verification_required'
  | 'sending_held'
  | 'session_ended';

/** Whether an agent may take it. Taking what one has is no error. */
export function mayTake({ state, agent }: ConversationFacts, who: string): Refusal | undefined {
  if (state === 'ended') return 'conversation_ended';
  return agent !== null && agent !== who ? 'conversation_taken' : undefined;
}

export function mayAnswer({ state, agent }: ConversationFacts, who: string): Refusal | undefined {
  if (state === 'ended') return 'conversation_ended';
  if (agent === null) return 'agent_not_assigned';
  return agent === who ? undefined : 'conversation_taken';
}

/**
 * Whether the consumer may write. In the grace time after a proof sending waits; a conversation that was ever verified
 * never goes on without a proof.
 */
export function mayWrite(
  conversation: ConversationFacts | undefined,
  assurance: Assurance,
  minimum: 'anonymous' | 'verified',
): Refusal | undefined {
  if (conversation?.state === 'ended') return 'conversation_ended';
  if (assurance === 'ended' || assurance === 'revoked') return 'session_ended';
  if (assurance === 'stale') return 'sending_held';
  if (!admits(minimum, assurance)) return 'verification_required';
  return conversation?.verified === true && assurance === 'anonymous' ? 'verification_required' : undefined;
}
