import type { Message } from '@countersign/contracts';
import { say } from '../words/index.js';

/** What happened, as the consumer is told of it. */
export function eventWords({ event }: Pick<Message, 'event'>): string {
  const by = event?.by ?? say('somebody');
  switch (event?.kind) {
    case 'taken':
    case 'given':
      return say('eventJoined', { by });
    case 'returned':
      return say('eventReturned');
    case 'signed_in':
      return say('eventSignedIn');
    case 'signed_out':
    case 'identity_ended':
      return say('eventSignInEnded');
    case 'proof_requested':
      return event.by ? say('eventAsked', { by }) : say('eventYouWereAsked');
    case 'proof_given':
      return say('eventConfirmed');
    case 'proof_declined':
      return say('eventDeclined');
    case 'ended':
      return event.by ? say('eventEndedBy', { by }) : say('eventEnded');
    default:
      return say('eventBegan');
  }
}
