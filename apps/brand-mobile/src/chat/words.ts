import type { ChatState, Draft, IdentityState, Refusal } from '@countersign/chat-client';
import { isolated } from '../shop/words';

export type Message = ChatState['messages'][number];

const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
export const timeOf = (at: string): string => time.format(new Date(at));
export const dayOf = (at: string): string => day.format(new Date(at));

export const isKnown = ({ session }: IdentityState): boolean =>
  session !== null && session.assurance !== 'anonymous';

/** As whom one speaks. */
export function identityWords(state: IdentityState): string {
  const { phase, session } = state;
  if (phase === 'starting' || phase === 'proving') return 'Confirming it’s you…';
  if (phase === 'open' && isKnown(state))
    return `Signed in as ${isolated(session?.displayName ?? 'a customer')}`;
  if (phase === 'open') return 'Chatting anonymously';
  return phase === 'ended' ? 'Signed out' : 'Not signed in';
}

export const draftWords = ({ state, why }: Draft): string =>
  ({
    sending: 'Sending…',
    waiting: 'Waiting for the connection',
    held: 'Waits until it is confirmed that it is you',
    failed: `Not sent. ${why ?? ''}`.trim(),
  })[state];

/** A row between the messages: what happened, in words. */
export function eventWords({ event }: Message): string {
  const by = isolated(event?.by ?? 'Somebody');
  switch (event?.kind) {
    case 'taken':
    case 'given':
      return `${by} joined`;
    case 'returned':
      return 'Waiting for somebody to answer';
    case 'signed_in':
      return 'You signed in';
    case 'signed_out':
    case 'identity_ended':
      return 'Your sign-in ended';
    case 'ended':
      return event.by ? `${by} ended the conversation` : 'The conversation ended';
    case 'proof_requested':
      return event.by ? `${by} asked who you are` : 'You were asked to confirm it is you';
    case 'proof_given':
      return 'You confirmed it is you';
    case 'proof_declined':
      return 'You did not confirm it is you';
    default:
      return 'The conversation began';
  }
}

/** What a consumer is told, and what they can do. Never a code. */
export function refusalWords({ reason }: Refusal): { readonly title: string; readonly text: string } {
  switch (reason) {
    case 'key_proof_invalid':
      return {
        title: 'The clock of this phone seems wrong',
        text: 'Set its date and time, then try again.',
      };
    case 'unreachable':
    case 'internal_error':
    case 'rate_limited':
    case 'service_unavailable':
      return {
        title: 'The chat does not answer',
        text: 'Check your connection, then try again. Nothing you wrote is lost.',
      };
    case 'origin_not_allowed':
    case 'brand_unknown':
    case 'connection_unknown':
    case 'request_malformed':
    case 'key_unavailable':
      return { title: 'The chat is not available here', text: 'Larkspur has not set it up for this app.' };
    case 'provider_unavailable':
    case 'provider_timeout':
    case 'keys_unavailable':
    case 'page_method_silent':
    case 'page_method_failed':
    case 'page_method_missing':
    case 'proof_missing':
      return { title: 'Larkspur’s sign-in is not answering', text: 'It is not you. Try again in a moment.' };
    default:
      return { title: 'We could not confirm it is you', text: 'Sign out of the app and in again.' };
  }
}

const MEGABYTE = 1_048_576;
/** A file of a message, by name and size: what is in it is not shown here. */
export const fileWords = ({ name, bytes }: { readonly name: string; readonly bytes: number }): string => {
  const size =
    bytes < MEGABYTE ? `${Math.max(1, Math.round(bytes / 1_024))} kB` : `${(bytes / MEGABYTE).toFixed(1)} MB`;
  return `File: ${isolated(name)}, ${size}`;
};
