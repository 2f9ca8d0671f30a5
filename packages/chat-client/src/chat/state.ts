import type { ConversationStatus, Message } from '@countersign/contracts';

/** A message this client has written: kept until the service has it. */
export type Draft = {
  readonly clientId: string;
  readonly text: string;
  readonly at: string;
  readonly state: 'sending' | 'waiting' | 'failed';
  /** Why it failed, in words. */
  readonly why: string | null;
};

/** All there is to draw. */
export type ChatState = {
  readonly connection: 'connecting' | 'online' | 'offline';
  readonly conversation: ConversationStatus | null;
  /** In the order of their numbers, each once. */
  readonly messages: readonly Message[];
  readonly unsent: readonly Draft[];
  /** Who is typing at the other end. */
  readonly typing: string | null;
  /** Messages of agents since the window was last open. */
  readonly unread: number;
  readonly open: boolean;
};

/** All that can happen to it. */
export type Happening =
  | { type: 'connection'; connection: ChatState['connection'] }
  | { type: 'window'; open: boolean }
  | { type: 'resumed'; conversation: ConversationStatus; messages: readonly Message[] }
  | { type: 'arrived'; message: Message }
  | { type: 'conversation'; conversation: ConversationStatus }
  | { type: 'wrote'; draft: Draft }
  | { type: 'draft'; clientId: string; state: Draft['state']; why: string | null }
  | { type: 'typing'; by: string | null }
  | { type: 'cleared' };

export const initialChat: ChatState = {
  connection: 'connecting',
  conversation: null,
  messages: [],
  unsent: [],
  typing: null,
  unread: 0,
  open: false,
};
