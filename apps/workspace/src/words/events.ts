import type { IdentityEvent, SystemEvent } from '@countersign/contracts';

/** A system row of the transcript. `by` is a name that both sides may read. */
export function systemWords({ kind, by }: SystemEvent): string {
  const who = by ?? 'The customer';
  switch (kind) {
    case 'opened':
      return 'Conversation opened';
    case 'taken':
      return `${by ?? 'An agent'} took the conversation`;
    case 'signed_in':
      return `${who} signed in`;
    case 'signed_out':
      return `${who} signed out`;
    case 'identity_ended':
      return 'The proof of identity ended';
    case 'ended':
      return by ? `${by} ended the conversation` : 'Conversation ended';
    case 'proof_requested':
      return `${by ?? 'An agent'} asked for a proof of identity`;
    case 'proof_given':
      return `${who} confirmed who they are`;
    case 'proof_declined':
      return `${who} did not confirm who they are`;
  }
}

/** A line of the history of identity. */
export function identityWords({ kind, issuerLabel }: IdentityEvent): string {
  const by = issuerLabel ? ` by ${issuerLabel}` : '';
  switch (kind) {
    case 'anonymous':
      return 'Began anonymously';
    case 'rejected':
      return 'A proof was refused';
    case 'verified':
      return `Verified${by}`;
    case 'renewed':
      return `Proof renewed${by}`;
    case 'switched':
      return 'Another person signed in';
    case 'facts_pushed':
      return issuerLabel ? `Facts changed by ${issuerLabel}` : 'Facts changed by the brand';
    case 'stale':
      return 'Proof ran out';
    case 'ended':
      return 'Proof ended';
    case 'revoked':
      return 'Proof withdrawn';
    case 'signed_out':
      return 'Signed out';
    case 'requested':
      return 'A proof was asked for';
    case 'stepped_up':
      return `Confirmed anew${by}`;
    case 'request_declined':
      return 'The request was declined';
    case 'merged':
      return 'What was said anonymously was joined';
  }
}
