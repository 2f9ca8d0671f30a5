import { type Deed, desk, openNewest, shop } from '../story';

/** Ada asks in the chat, and Noor takes the conversation. */
export const opening = (question: string): readonly Deed[] => [
  shop({ kind: 'click', on: { testid: 'launcher' } }),
  shop({ kind: 'point', on: { testid: 'identity-line', text: 'Signed in' } }),
  shop({ kind: 'type', on: { testid: 'composer' }, text: question }),
  shop({ kind: 'click', on: { testid: 'send' } }),
  openNewest(question.slice(0, 24)),
  desk({ kind: 'click', on: { testid: 'take' } }),
  desk({ kind: 'point', on: { testid: 'who', text: 'Ada' } }),
];
