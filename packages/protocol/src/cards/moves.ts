import type { CardState } from '@countersign/claims';

/** Where a card stands. `proven`: of one that is accepted, whether it is proven well enough who did. */
export type CardStanding = {
  readonly state: CardState;
  readonly proven: boolean;
  /** Of the ways of a bill, the one that was chosen. */
  readonly choice: string | null;
};

/** All that can happen to a card. */
export type CardMove =
  /** The consumer says yes. */
  | { readonly type: 'accept'; readonly choice: string | null; readonly proven: boolean }
  /** What was still to be proven is. */
  | { readonly type: 'prove' }
  /** It will not be: the consumer may say yes again, or no. */
  | { readonly type: 'leave-unproven' }
  | { readonly type: 'decline' }
  /** The agent takes it back, what it was made from has changed, or the conversation is over. */
  | { readonly type: 'withdraw' }
  | { readonly type: 'expire' }
  /** Somebody goes and asks the brand; also again, after somebody who never came back. */
  | { readonly type: 'execute' }
  | { readonly type: 'settle'; readonly outcome: 'done' | 'refused' };

type Rule = {
  readonly from: (card: CardStanding) => boolean;
  readonly to: (card: CardStanding) => CardStanding;
};

const waitsForProof = ({ state, proven }: CardStanding) => state === 'accepted' && !proven;
const isOpen = (card: CardStanding) => card.state === 'proposed' || waitsForProof(card);
const mayExecute = ({ state, proven }: CardStanding) =>
  state === 'executing' || (state === 'accepted' && proven);
const over =
  (state: CardState) =>
  (card: CardStanding): CardStanding => ({ ...card, state });

function ruleOf(move: CardMove): Rule {
  switch (move.type) {
    case 'accept':
      return {
        from: ({ state }) => state === 'proposed',
        to: () => ({ state: 'accepted', proven: move.proven, choice: move.choice }),
      };
    case 'prove':
      return { from: waitsForProof, to: (card) => ({ ...card, proven: true }) };
    case 'leave-unproven':
      return { from: waitsForProof, to: () => ({ state: 'proposed', proven: false, choice: null }) };
    case 'decline':
      return { from: isOpen, to: () => ({ state: 'declined', proven: false, choice: null }) };
    case 'withdraw':
      return { from: isOpen, to: over('withdrawn') };
    case 'expire':
      return { from: isOpen, to: over('expired') };
    case 'execute':
      return { from: mayExecute, to: over('executing') };
    case 'settle':
      return { from: ({ state }) => state === 'executing', to: over(move.outcome) };
  }
}

/** How the card stands then; undefined where that cannot happen to it. What is asked of the brand is never taken back. */
export function moveCard(card: CardStanding, move: CardMove): CardStanding | undefined {
  const { from, to } = ruleOf(move);
  return from(card) ? to(card) : undefined;
}

const ENDS: readonly CardState[] = ['done', 'refused', 'declined', 'expired', 'withdrawn'];

/** Nothing happens to it any more. */
export const isSettled = ({ state }: Pick<CardStanding, 'state'>): boolean => ENDS.includes(state);

export type CardAnswer = { readonly answer: 'accept' | 'decline'; readonly choice: string | null };

/** Whether it was answered so before: then the same again changes nothing, and is no error. */
export function isAnswered(card: CardStanding, { answer, choice }: CardAnswer): boolean {
  if (answer === 'decline') return card.state === 'declined';
  const said: readonly CardState[] = ['accepted', 'executing', 'done', 'refused'];
  return said.includes(card.state) && card.choice === choice;
}
