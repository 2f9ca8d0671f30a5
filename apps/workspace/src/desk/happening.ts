import type {
  ConversationDetail,
  ConversationSummary,
  IdentityPanel,
  MarksChanged,
  Message,
} from '@countersign/contracts';
import type { Line, Outgoing } from './state';

/** Everything that can change what the agent sees. */
export type Happening =
  | { type: 'line-changed'; line: Line }
  | { type: 'list-arrived'; state: 'open' | 'ended'; rows: readonly ConversationSummary[] }
  | { type: 'row-changed'; row: ConversationSummary }
  | { type: 'read'; conversation: string }
  | ({ type: 'marks-changed' } & MarksChanged)
  | OfThread;

export type OfThread = { conversation: string } & (
  | { type: 'opened'; draft: string }
  | { type: 'detail-arrived'; detail: ConversationDetail }
  | { type: 'ahead' }
  | { type: 'watch-refused'; missing: boolean; notice: string }
  | { type: 'messages-arrived'; messages: readonly Message[] }
  | { type: 'panel-arrived'; panel: IdentityPanel }
  | { type: 'marks-faded' }
  | { type: 'typing-changed'; by: string | null }
  | { type: 'draft-changed'; text: string }
  | { type: 'sending'; outgoing: Outgoing }
  | { type: 'undelivered'; clientId: string; state: 'held' | 'doubted' | 'unsent'; why: string }
  | { type: 'noticed'; notice: string | null }
);
