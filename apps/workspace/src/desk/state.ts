import type {
  Attachment,
  CannedAnswer,
  Colleague,
  ConversationSummary,
  IdentityPanel,
  Mention,
  Message,
  Note,
  QueueCounts,
} from '@countersign/contracts';
import type { Trouble } from '../api/answer';
import { everything, type QueueFilter } from './queue-view';

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
  readonly why: Trouble | null;
};

export type Thread = {
  readonly status: 'loading' | 'ready' | 'missing' | 'failed';
  /** By number, without doubles. */
  readonly messages: readonly Message[];
  readonly outgoing: readonly Outgoing[];
  /** What agents said to each other beside it, in the order it was written. */
  readonly notes: readonly Note[];
  readonly panel: IdentityPanel | null;
  /** Verified and profile facts that changed live and were not looked at long enough yet. */
  readonly fresh: readonly string[];
  /** Who is typing at the other end. */
  readonly typing: string | null;
  readonly draft: string;
  /** What the service said to the last wish. */
  readonly notice: Trouble | null;
};

export type Line = 'connecting' | 'live' | 'lost';

export type Desk = {
  readonly line: Line;
  /** By conversation. A map: it is copied, counted and gone through at each change, also where it holds thousands. */
  readonly rows: ReadonlyMap<string, ConversationSummary>;
  readonly loaded: { readonly open: boolean; readonly ended: boolean };
  /** Whether all of it is here, and not only its first pages. */
  readonly whole: { readonly open: boolean; readonly ended: boolean };
  /** What of the queue this agent wants to see. */
  readonly filter: QueueFilter;
  /** How many are open, as the service counted last. */
  readonly counts: QueueCounts | null;
  /** Everybody who answers for the brand, this agent too; null: not told yet. */
  readonly colleagues: readonly Colleague[] | null;
  /** What agents of the brand say often, by title. */
  readonly canned: readonly CannedAnswer[];
  /** Where this agent was named and has not looked, latest first. */
  readonly mentions: readonly Mention[];
  readonly threads: Readonly<Record<string, Thread>>;
};

export const emptyThread: Thread = {
  status: 'loading',
  messages: [],
  outgoing: [],
  notes: [],
  panel: null,
  fresh: [],
  typing: null,
  draft: '',
  notice: null,
};

export const emptyDesk: Desk = {
  line: 'connecting',
  rows: new Map(),
  loaded: { open: false, ended: false },
  whole: { open: false, ended: false },
  filter: everything,
  counts: null,
  colleagues: null,
  canned: [],
  mentions: [],
  threads: {},
};

/** Up to here nothing is missing behind the first line that stands here. Numbers have no gaps. */
export const wholeTo = ({ messages }: Thread): number => {
  const first = messages[0]?.number ?? 1;
  const gap = messages.findIndex(({ number }, at) => number !== first + at);
  return first + (gap < 0 ? messages.length : gap) - 1;
};

/** Whether a line stands here, and one before it does not. */
export const lacksLines = (thread: Thread): boolean =>
  wholeTo(thread) < (thread.messages.at(-1)?.number ?? 0);
