import type { Assurance } from '@countersign/claims';
import { admits } from '../identity/assurance.js';

export type ConversationFacts = {
  readonly state: 'waiting' | 'taken' | 'ended';
  readonly agent: string | null;
  /** Ever spoken in by a proven consumer. */
  readonly verified: boolean;
};

/** Who is at the other end, as an agent must know it before they write or ask. */
export type OtherEnd = {
  readonly assurance: Assurance;
  /** Whoever spoke here has signed in, and has not said yet whether it was them. */
  readonly offered: boolean;
};

export type Refusal =
  | 'conversation_ended'
  | 'conversation_taken'
  | 'agent_not_assigned'
  | 'identity_unconfirmed'
  | 'request_open'
  | 'step_up_unavailable'
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

/** Whether an agent may give it to another, or back: whoever has it, or a lead while it goes on. */
export function mayAssign(facts: ConversationFacts, who: string, leads: boolean): Refusal | undefined {
  return leads && facts.state !== 'ended' ? undefined : mayAnswer(facts, who);
}

/**
 * Whether what an agent writes may go out now. Not while it is unknown who reads it, unless the agent says so; and never
 * to somebody who has not said whether it was them who spoke.
 */
export function mayReach({ assurance, offered }: OtherEnd, unconfirmed: boolean): Refusal | undefined {
  if (offered) return 'identity_unconfirmed';
  return isConfirmed(assurance) || unconfirmed ? undefined : 'identity_unconfirmed';
}

/** What an agent may ask of the consumer: to sign in, or, where the connection offers it, to prove anew who they are. */
export function askable(
  { state, verified }: ConversationFacts,
  { assurance, offered }: OtherEnd,
  stepUp: boolean,
): 'sign-in' | 'step-up' | null {
  if (state === 'ended' || offered || assurance === 'ended' || assurance === 'revoked') return null;
  if (!verified) return 'sign-in';
  return stepUp ? 'step-up' : null;
}

const isConfirmed = (assurance: Assurance): boolean =>
  assurance === 'anonymous' || assurance === 'verified' || assurance === 'due';

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
