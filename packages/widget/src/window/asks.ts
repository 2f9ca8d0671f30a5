import type { IdentityState } from '@countersign/chat-client/identity';
import type { CardContent } from './card.js';
import { refusalWords } from './words.js';

export type AskActions = {
  readonly onProve: () => void;
  readonly onDecline: () => void;
  readonly onMerge: (accept: boolean) => void;
};

/** An agent, or an act, asks who it is: who asks, what happens then, yes and no. */
export function requestCard(
  state: IdentityState,
  { onProve, onDecline }: AskActions,
): CardContent | undefined {
  const { request } = state.session ?? {};
  if (state.phase !== 'open' || !request) return undefined;
  const brand = state.config?.brand.name ?? 'the brand';
  const { by, kind } = request;
  const isBusy = state.renewal === 'asking';
  const signIn = kind === 'sign-in';
  const wish = signIn ? 'sign in' : 'confirm it is you';
  const what = signIn
    ? `You sign in at ${brand} and go on here. ${by ?? 'Whoever answers'} then sees that it is you.`
    : `You sign in at ${brand} once more. ${by ?? brand} then sees that it is really you who is writing.`;
  const failed = state.refusal ? `${refusalWords(state.refusal, brand).title}. ` : '';
  return {
    id: 'identity-request',
    title: by ? `${by} asks you to ${wish}` : `To go on, ${wish}`,
    text: isBusy ? 'We are confirming it is you.' : `${failed}${what}`,
    isBusy,
    choices: [
      { id: 'answer-request', label: signIn ? 'Sign in' : 'Confirm it is me', main: true, action: onProve },
      { id: 'decline-request', label: 'Not now', action: onDecline },
    ],
  };
}

/** What was written before the sign-in may go on in the person's name, and only if they say so. */
export function offerCard(state: IdentityState, { onMerge }: AskActions): CardContent | undefined {
  if (state.phase !== 'open' || !state.session?.offer) return undefined;
  const brand = state.config?.brand.name ?? 'The brand';
  const name = state.session.displayName;
  return {
    id: 'merge-offer',
    title: name ? `Continue this conversation as ${name}?` : 'Continue this conversation as yourself?',
    text: 'You wrote here before you signed in.',
    choices: [
      {
        id: 'merge-accept',
        label: 'Continue it',
        outcome: `It becomes yours: ${brand} sees that you wrote it, and you find it again on your other devices.`,
        main: true,
        action: () => onMerge(true),
      },
      {
        id: 'merge-decline',
        label: 'Begin a new one',
        outcome: 'What you wrote before is closed without your name, and is not shown here again.',
        action: () => onMerge(false),
      },
    ],
  };
}
