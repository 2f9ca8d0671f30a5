import type {
  CannedAnswer,
  Card,
  Colleague,
  ConversationDetail,
  ConversationSummary,
  IdentityPanel,
  MarksChanged,
  Mention,
  Message,
  Note,
  QueueCounts,
} from '@countersign/contracts';
import type { Trouble } from '../api/answer';
import type { Half } from './lists';
import type { QueueFilter } from './queue-view';
import type { Desk, Line, Outgoing } from './state';

/** Everything that can change what the agent sees. */
export type Happening =
  | { type: 'line-changed'; line: Line }
  | {
      type: 'page-arrived';
      half: Half;
      rows: readonly ConversationSummary[];
      counts: QueueCounts;
      /** There is no page after it. */
      whole: boolean;
    }
  /** All pages have come. What is still as it was before the first of them is no longer there. */
  | { type: 'list-whole'; half: Half; before: Desk['rows'] }
  | { type: 'rows-changed'; rows: readonly ConversationSummary[] }
  | { type: 'row-changed'; row: ConversationSummary }
  | { type: 'read'; conversation: string }
  | { type: 'narrowed'; filter: QueueFilter }
  | { type: 'duty-changed'; colleagues: readonly Colleague[] }
  | { type: 'canned-arrived'; answers: readonly CannedAnswer[] }
  | { type: 'mentions-changed'; mentions: readonly Mention[] }
  | ({ type: 'marks-changed' } & MarksChanged)
  | OfThread;

export type OfThread = { conversation: string } & (
  | { type: 'opened'; draft: string }
  | { type: 'detail-arrived'; detail: ConversationDetail }
  | { type: 'ahead' }
  | { type: 'watch-refused'; missing: boolean; notice: Trouble }
  | { type: 'messages-arrived'; messages: readonly Message[] }
  | { type: 'note-arrived'; note: Note }
  | { type: 'card-changed'; card: Card }
  | { type: 'panel-arrived'; panel: IdentityPanel }
  | { type: 'marks-faded' }
  | { type: 'typing-changed'; by: string | null }
  | { type: 'draft-changed'; text: string }
  | { type: 'sending'; outgoing: Outgoing }
  | { type: 'undelivered'; clientId: string; state: 'held' | 'doubted' | 'unsent'; why: Trouble }
  | { type: 'noticed'; notice: Trouble | null }
);
