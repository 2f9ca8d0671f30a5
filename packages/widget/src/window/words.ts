import type { Refusal } from '@countersign/chat-client/identity';

/** What may be over in a moment: asking once more is worth it. */
export const isPassing = ({ reason }: Refusal): boolean =>
  ['unreachable', 'internal_error', 'rate_limited', 'service_unavailable'].includes(reason);

/** What a consumer is told, and what they can do. Never a code. */
export function refusalWords({ reason }: Refusal, brand: string): { title: string; text: string } {
  switch (reason) {
    case 'key_proof_invalid':
      return {
        title: 'The clock of this device seems wrong',
        text: 'Set its date and time, reload the page, and try again.',
      };
    case 'unreachable':
    case 'internal_error':
    case 'rate_limited':
    case 'service_unavailable':
      return {
        title: 'The chat does not answer',
        text: 'Check your connection, then try again. Nothing you wrote is lost.',
      };
    case 'key_unavailable':
      return {
        title: 'The chat is not available here',
        text: 'This page is not secure. The chat works where the address begins with https.',
      };
    case 'origin_not_allowed':
    case 'brand_unknown':
    case 'connection_unknown':
    case 'request_malformed':
      return { title: 'The chat is not available here', text: `${brand} has not set it up for this page.` };
    case 'provider_unavailable':
    case 'provider_timeout':
    case 'provider_paused':
    case 'provider_answer_invalid':
    case 'keys_unavailable':
      return {
        title: `${brand}’s sign-in is not answering`,
        text: 'It is not you. Try again in a moment, or chat without signing in.',
      };
    case 'page_method_silent':
    case 'page_method_failed':
    case 'page_method_missing':
    case 'proof_missing':
      return {
        title: 'This page could not tell us who you are',
        text: 'Reload the page and try again, or chat without signing in.',
      };
    case 'code_replayed':
    case 'proof_replayed':
    case 'session_ended':
      return {
        title: 'Sign in again',
        text: 'Your sign-in was used before. Sign in again, or chat without signing in.',
      };
    default:
      return {
        title: 'We could not confirm it is you',
        text: 'Sign in again, or chat without signing in.',
      };
  }
}

const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });

export const timeOf = (at: string): string => time.format(new Date(at));
export const dayOf = (at: string): string => day.format(new Date(at));
export const isSameMinute = (a: string, b: string): boolean => a.slice(0, 16) === b.slice(0, 16);
