import type { Message } from '@countersign/contracts';

/** What happened, as the consumer is told of it. */
export function eventWords({ event }: Pick<Message, 'event'>): string {
  const by = event?.by ?? 'Somebody';
  switch (event?.kind) {
    case 'taken':
      return `${by} joined`;
    case 'signed_in':
      return 'You signed in';
    case 'signed_out':
    case 'identity_ended':
      return 'Your sign-in ended';
    case 'proof_requested':
      return event.by ? `${by} asked who you are` : 'You were asked to confirm it is you';
    case 'proof_given':
      return 'You confirmed it is you';
    case 'proof_declined':
      return 'You did not confirm it is you';
    case 'ended':
      return event.by ? `${by} ended the conversation` : 'The conversation ended';
    default:
      return 'The conversation began';
  }
}
