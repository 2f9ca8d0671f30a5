import { problems } from '@countersign/contracts';
import type { Failure } from '../window-failed.js';

export type Words = { readonly status: number; readonly title: string; readonly text: string };

const ofProvider = (brand: string): Record<string, Words> => {
  const notSetUp = {
    status: 502,
    title: `${brand}’s sign-in is not set up for this chat`,
    text: `It is not you. ${brand} has to put it right. Nothing has changed.`,
  };
  const busy = {
    status: 502,
    title: `${brand}’s sign-in is not answering`,
    text: 'It is not you. Try again in a moment. Nothing has changed.',
  };
  const undecided = {
    status: 403,
    title: 'The sign-in needs something of you',
    text: `${brand} could not confirm it is you without asking. Sign in again, and answer what it asks.`,
  };
  return {
    invalid_request: notSetUp,
    unauthorized_client: notSetUp,
    unsupported_response_type: notSetUp,
    invalid_scope: notSetUp,
    invalid_request_uri: notSetUp,
    invalid_request_object: notSetUp,
    request_not_supported: notSetUp,
    request_uri_not_supported: notSetUp,
    registration_not_supported: notSetUp,
    server_error: busy,
    temporarily_unavailable: busy,
    interaction_required: undecided,
    login_required: undecided,
    account_selection_required: undecided,
    consent_required: undecided,
    unmet_authentication_requirements: {
      status: 403,
      title: 'The sign-in was not strong enough',
      text: `${brand} asks for a stronger way to sign in than the one that was used. Sign in again in that way.`,
    },
  };
};

const strange = {
  status: 502,
  title: 'The sign-in did not succeed',
  text: 'It ended in a way this chat does not know. Nothing has changed. Try again in a moment.',
};
const unconfirmed = {
  status: 401,
  title: 'We could not confirm it is you',
  text: 'Go back to the chat and sign in again. Nothing has changed.',
};
const away = ['provider_unavailable', 'provider_timeout', 'provider_paused', 'keys_unavailable'];

const ofWindow: Partial<Record<Failure, Words>> = {
  declined: {
    status: 200,
    title: 'You are not signed in',
    text: 'You came back without signing in. Nothing has changed.',
  },
  stranger: {
    status: 400,
    title: 'This sign-in is over',
    text: 'It was begun in another browser, took longer than ten minutes, or was finished already; or this browser keeps no cookies. Nothing has changed. Go back to the chat and sign in again.',
  },
  framed: {
    status: 403,
    title: 'The chat does not open inside another page',
    text: 'Open it in a window of its own: there you see whose page it is.',
  },
  attempt_used: {
    status: 400,
    title: 'This sign-in is over',
    text: 'It was finished in another window. Go back to the chat: if you are not signed in there, sign in again.',
  },
  attempt_expired: {
    status: 400,
    title: 'This sign-in is over',
    text: 'It took longer than ten minutes. Go back to the chat and sign in again.',
  },
};

/** What a consumer is told, and what they can do. The code stands behind "Details". */
export function wordsFor(failure: Failure, brand: string, error?: string): Words {
  const own = ofWindow[failure];
  if (own) return own;
  if (error !== undefined) return ofProvider(brand)[error] ?? strange;
  if (away.includes(failure)) return ofProvider(brand)['server_error'] ?? strange;
  if (!(failure in problems)) return unconfirmed;
  const [status, title] = problems[failure as keyof typeof problems];
  const text = status >= 500 ? 'Try again in a moment. Nothing has changed.' : 'Nothing has changed.';
  return { status, title: title.replace(/\.$/, ''), text };
}
