import type { ConversationStatus, MarksChanged, Message } from '@countersign/contracts';

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
  /** Why it failed, in words. */
  readonly why: string | null;
  /** Who wrote it: it is sent as nobody else. */
  readonly speaker: string;
  /** The sessions it may go out in by itself. */
  readonly family: string;
};

/** A conversation before the present one. */
export type Earlier = { readonly conversation: ConversationStatus; readonly messages: readonly Message[] };

/** All there is to draw. */
export type ChatState = {
  readonly connection: 'connecting' | 'online' | 'offline';
  readonly conversation: ConversationStatus | null;
  /** In the order of their numbers, each once. */
  readonly messages: readonly Message[];
  readonly unsent: readonly Draft[];
  /** Who is typing at the other end. */
  readonly typing: string | null;
  /** Messages of agents beyond what was read, on whatever device. */
  readonly unread: number;
  readonly open: boolean;
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
  /** Somebody speaks: whether they had conversations before. */
  | { type: 'spoken'; earlier: boolean }
  | { type: 'wrote'; draft: Draft }
  | { type: 'draft'; clientId: string; state: Draft['state']; why: string | null }
  | { type: 'file'; clientId: string; file: Partial<DraftFile> }
  | { type: 'unsent'; drafts: readonly Draft[] }
  | { type: 'typing'; by: string | null }
  | { type: 'begun' }
  | { type: 'cleared' };

export const initialChat: ChatState = {
  connection: 'connecting',
  conversation: null,
  messages: [],
  unsent: [],
  typing: null,
  unread: 0,
  open: false,
  earlier: [],
  isEarliest: true,
};

/** The last line that stands here of a conversation; 0: none. */
export const lastNumberOf = ({ messages }: ChatState, conversation: string): number => {
  const last = messages.at(-1);
  return last?.conversation === conversation ? last.number : 0;
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
