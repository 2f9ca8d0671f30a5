import type { Card, ConversationStatus, MarksChanged, Message, Problem } from '@countersign/contracts';

/** A file that goes with what was written. What is in it is kept elsewhere. */
export type DraftFile = {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  /** How many of them are on their way or there. */
  readonly sent: number;
  /** What the service calls it, once it has it. */
  readonly id: string | null;
};

/** A message this client has written: kept until the service has it. */
export type Draft = {
  readonly clientId: string;
  readonly text: string;
  readonly file: DraftFile | null;
  readonly at: string;
  /**
   * `waiting` for the connection; `held` until it is confirmed who is writing; both go out by themselves, in order.
   * `failed` does not, unless whoever wrote it says so.
   */
  readonly state: 'sending' | 'waiting' | 'held' | 'failed';
  /** Why it failed, in words; and by its code, for whoever says it in another language. */
  readonly why: string | null;
  readonly code?: Problem['code'] | undefined;
  /** Who wrote it: it is sent as nobody else. */
  readonly speaker: string;
  /** The sessions it may go out in by itself. */
  readonly family: string;
};

/** From 1, very poor, to 5, very good; with a sentence or without. */
export type Rating = { readonly score: number; readonly comment: string | null };

/** A conversation before the present one. */
export type Earlier = { readonly conversation: ConversationStatus; readonly messages: readonly Message[] };

/** All there is to draw. */
export type ChatState = {
  readonly connection: 'connecting' | 'online' | 'offline';
  readonly conversation: ConversationStatus | null;
  /** One is open, and has not come yet. */
  readonly isComing: boolean;
  /** In the order of their numbers, each once. */
  readonly messages: readonly Message[];
  readonly unsent: readonly Draft[];
  /** Who is typing at the other end. */
  readonly typing: string | null;
  /** Messages of agents beyond what was read, on whatever device. */
  readonly unread: number;
  readonly open: boolean;
  /** Whether anybody is there to answer; null: nobody has said yet. */
  readonly answering: boolean | null;
  /** What the consumer thought of the conversation that has ended. */
  readonly rating: Rating | null;
  /** The conversations before, oldest first, as far as they were asked for. */
  readonly earlier: readonly Earlier[];
  /** There is nothing before what was loaded. */
  readonly isEarliest: boolean;
};

/** All that can happen to it. */
export type Happening =
  | { type: 'connection'; connection: ChatState['connection'] }
  | { type: 'window'; open: boolean }
  | { type: 'resumed'; conversation: ConversationStatus; messages: readonly Message[] }
  /** The service has less of the conversation than stands here: it was restored from a backup. */
  | { type: 'afresh' }
  | { type: 'arrived'; message: Message }
  | { type: 'conversation'; conversation: ConversationStatus }
  | ({ type: 'marks' } & MarksChanged)
  | { type: 'read'; conversation: string; number: number }
  | { type: 'earlier'; earlier: (Earlier & { readonly earlier: boolean }) | null }
  /** Somebody speaks: whether they had conversations before, and which of theirs is open. */
  | { type: 'spoken'; earlier: boolean; open: string | null }
  | { type: 'wrote'; draft: Draft }
  | ({ type: 'draft'; clientId: string } & Pick<Draft, 'state' | 'why' | 'code'>)
  | { type: 'file'; clientId: string; file: Partial<DraftFile> }
  | { type: 'unsent'; drafts: readonly Draft[] }
  /** A card stands otherwise than before. */
  | { type: 'card'; card: Card }
  | { type: 'typing'; by: string | null }
  | { type: 'duty'; answering: boolean }
  | { type: 'rated'; rating: Rating }
  | { type: 'begun' }
  | { type: 'cleared' };

export const initialChat: ChatState = {
  connection: 'connecting',
  conversation: null,
  isComing: false,
  messages: [],
  unsent: [],
  typing: null,
  unread: 0,
  open: false,
  answering: null,
  rating: null,
  earlier: [],
  isEarliest: true,
};

/** Up to this line nothing is missing of a conversation; 0: its first is not here. Numbers begin at 1 and have no gaps. */
export const wholeTo = ({ messages }: ChatState, conversation: string): number => {
  const last = messages.at(-1);
  if (last?.conversation !== conversation) return 0;
  if (last.number === messages.length) return last.number;
  return messages.findIndex(({ number }, at) => number !== at + 1);
};

/** Whether a line stands here, and one before it does not. */
export const lacksLines = (state: ChatState, conversation: string): boolean => {
  const last = state.messages.at(-1);
  return last?.conversation === conversation && wholeTo(state, conversation) < last.number;
};

/** Nothing of what was said has come to the other side. */
export const unmarked = { delivered: 0, read: 0 } as const;

/** How the conversation stands that a first message has opened. */
export const openedBy = ({ conversation: id, number }: Message): ConversationStatus => ({
  id,
  state: 'waiting',
  agent: null,
  lastNumber: number,
  readNumber: number,
  marks: unmarked,
});
