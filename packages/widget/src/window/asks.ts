import type { IdentityState } from '@countersign/chat-client/identity';
import { say } from '../words/index.js';
import type { CardContent } from './card.js';
import { refusalWords } from './words.js';

export type AskActions = {
  readonly onProve: () => void;
  readonly onDecline: () => void;
  readonly onCallOff: () => void;
  readonly onMerge: (accept: boolean) => void;
};

/** An agent, or an act, asks who it is: who asks, what happens then, yes and no. */
export function requestCard(
  state: IdentityState,
  { onProve, onDecline, onCallOff }: AskActions,
): CardContent | undefined {
  const { request } = state.session ?? {};
  if (state.phase !== 'open' || !request) return undefined;
  const brand = state.config?.brand.name ?? say('thisBrand');
  const { by, kind } = request;
  const isBusy = state.renewal === 'asking';
  const signIn = kind === 'sign-in';
  const what = signIn
    ? say('signInThenSees', { brand, by: by ?? say('whoeverAnswers') })
    : say('signInOnceMore', { brand, by: by ?? brand });
  const failed = state.refusal ? `${refusalWords(state.refusal, brand).title}. ` : '';
  return {
    id: 'identity-request',
    title: by
      ? say(signIn ? 'asksToSignIn' : 'asksToConfirm', { by })
      : say(signIn ? 'toGoOnSignIn' : 'toGoOnConfirm'),
    text: isBusy ? say('confirming') : `${failed}${what}`,
    // While it is under way there is one thing to choose: not to wait.
    choices: isBusy
      ? [{ id: 'call-off', label: say('cancel'), action: onCallOff }]
      : [
          {
            id: 'answer-request',
            label: say(signIn ? 'signIn' : 'confirmItIsMe'),
            main: true,
            action: onProve,
          },
          { id: 'decline-request', label: say('notNow'), action: onDecline },
        ],
  };
}

/** What was written before the sign-in may go on in the person's name, and only if they say so. */
export function offerCard(state: IdentityState, { onMerge }: AskActions): CardContent | undefined {
  if (state.phase !== 'open' || !state.session?.offer) return undefined;
  const brand = state.config?.brand.name ?? say('thisBrand');
  const name = state.session.displayName;
  return {
    id: 'merge-offer',
    title: name ? say('continueAs', { name }) : say('continueAsYourself'),
    text: say('wroteBefore'),
    choices: [
      {
        id: 'merge-accept',
        label: say('continueIt'),
        outcome: say('continueOutcome', { brand }),
        main: true,
        action: () => onMerge(true),
      },
      {
        id: 'merge-decline',
        label: say('beginNew'),
        outcome: say('beginNewOutcome'),
        action: () => onMerge(false),
      },
    ],
  };
}
