import type { Refusal } from '@countersign/chat-client/identity';
import type { Problem } from '@countersign/contracts';
import { say } from '../words/index.js';

type Said = Parameters<typeof say>[0];
const whys: Partial<Record<Problem['code'], Said>> = {
  message_too_long: 'whyTooLong',
  request_too_large: 'whyTooLong',
  conversation_ended: 'whyEnded',
  conversation_not_found: 'whyNotHere',
  origin_not_allowed: 'whyNotHere',
  brand_unknown: 'whyNotHere',
  connection_unknown: 'whyNotHere',
  verification_required: 'whySignIn',
  session_required: 'whyNotHere',
  step_up_required: 'whySignIn',
  sending_held: 'whySignIn',
  session_ended: 'whySignInEnded',
  attachment_empty: 'whyFileEmpty',
  attachment_too_large: 'whyFileLarge',
  attachment_too_many_pixels: 'whyFilePixels',
  attachment_type_refused: 'whyFileKind',
  attachment_unreadable: 'whyFileBroken',
  attachment_not_found: 'whyFileAgain',
  attachment_used: 'whyFileAgain',
  upload_interrupted: 'whyFileHalf',
  rate_limited: 'whyBusy',
  card_outdated: 'cardChanged',
  card_settled: 'cardSettled',
  card_not_found: 'cardSettled',
};

/** Why the service did not take something, in the language the chat speaks. What is nobody's fault there is ours. */
export const whyWords = (code: Problem['code'] | undefined): string => say((code && whys[code]) ?? 'whyOurs');

/** What may be over in a moment: asking once more is worth it. */
export const isPassing = ({ reason }: Refusal): boolean =>
  ['unreachable', 'internal_error', 'rate_limited', 'service_unavailable'].includes(reason);

/** What a consumer is told, and what they can do. Never a code. */
export function refusalWords({ reason }: Refusal, brand: string): { title: string; text: string } {
  switch (reason) {
    case 'key_proof_invalid':
      return {
        title: say('clockWrong'),
        text: say('clockWrongText'),
      };
    case 'unreachable':
    case 'internal_error':
    case 'rate_limited':
    case 'service_unavailable':
      return {
        title: say('noAnswer'),
        text: say('noAnswerText'),
      };
    case 'key_unavailable':
      return {
        title: say('notHere'),
        text: say('notSecureText'),
      };
    case 'origin_not_allowed':
    case 'brand_unknown':
    case 'connection_unknown':
    case 'request_malformed':
      return { title: say('notHere'), text: say('notSetUpText', { brand }) };
    case 'provider_unavailable':
    case 'provider_timeout':
    case 'provider_paused':
    case 'provider_answer_invalid':
    case 'keys_unavailable':
      return {
        title: say('providerSilent', { brand }),
        text: say('providerSilentText'),
      };
    case 'page_method_silent':
      return {
        title: say('tookTooLong'),
        text: say('tookTooLongText'),
      };
    case 'page_method_failed':
    case 'page_method_missing':
    case 'proof_missing':
      return {
        title: say('pageSilent'),
        text: say('pageSilentText'),
      };
    case 'code_replayed':
    case 'proof_replayed':
    case 'session_ended':
      return {
        title: say('signInAgain'),
        text: say('usedBeforeText'),
      };
    default:
      return {
        title: say('couldNotConfirm'),
        text: say('refusedText'),
      };
  }
}
