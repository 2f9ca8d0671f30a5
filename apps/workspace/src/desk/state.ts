import type { Attachment, ConversationSummary, IdentityPanel, Message } from '@countersign/contracts';

/**
 * A message of this agent on its way. `sending` waits for the service, `held` for the line and then goes by itself,
 * `doubted` for a proof of who reads it, or for the agent's word; `unsent` was refused and waits for a word of the agent.
 */
export type Outgoing = {
  readonly clientId: string;
  readonly text: string;
  readonly attachment: Attachment | null;
  readonly at: string;
  readonly state: 'sending' | 'held' | 'doubted' | 'unsent';
  readonly why: string | null;
};

export type Thread = {
  readonly status: 'loading' | 'ready' | 'missing' | 'failed';
  /** By number, without doubles. */
  readonly messages: readonly Message[];
  readonly outgoing: readonly Outgoing[];
  readonly panel: IdentityPanel | null;
  /** Verified and profile facts that changed live and were not looked at long enough yet. */
  readonly fresh: readonly string[];
  /** Who is typing at the other end. */
  readonly typing: string | null;
  readonly draft: string;
  /** What the service said to the last wish, in words. */
  readonly notice: string | null;
};

export type Line = 'connecting' | 'live' | 'lost';

export type Desk = {
  readonly line: Line;
  readonly rows: Readonly<Record<string, ConversationSummary>>;
  readonly loaded: { readonly open: boolean; readonly ended: boolean };
  readonly threads: Readonly<Record<string, Thread>>;
};

export const emptyThread: Thread = {
  status: 'loading',
  messages: [],
  outgoing: [],
  panel: null,
  fresh: [],
  typing: null,
  draft: '',
  notice: null,
};

export const emptyDesk: Desk = {
  line: 'connecting',
  rows: {},
  loaded: { open: false, ended: false },
  threads: {},
};

export const lastNumberOf = (thread: Thread | undefined): number => thread?.messages.at(-1)?.number ?? 0;
