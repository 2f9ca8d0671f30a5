import type { SessionView } from '@countersign/contracts';
import type { AnonymousPast, Demands } from '@countersign/protocol';
import type { Speaker } from './live-session.js';

/** Where a session stands: in which conversation, whether there were others before, what is offered to it, and what is asked of it. */
export type Standing = Pick<SessionView, 'conversation' | 'earlier' | 'offer' | 'request'>;

/** From the family of sessions that spoke anonymously to the one that a proof has just begun. */
export type Handover = Omit<AnonymousPast, 'lastMessageAt'> & {
  readonly brandId: string;
  readonly from: string;
  readonly to: string;
};

/** All that identity needs of conversations. Provided by that module. */
export abstract class ConversationLookup {
  abstract standing(speaker: Speaker): Promise<Standing>;
  /** Offers what was said anonymously, where the rule lets it. */
  abstract offer(handover: Handover): Promise<void>;
  /** What a request of this consumer demands; undefined: nothing of that kind is asked of them. */
  abstract demanded(
    speaker: Speaker,
    request: string,
  ): Promise<{ readonly demands: Demands | null } | undefined>;
  /** A proof has met a request: answers the conversation it was asked in. */
  abstract meet(speaker: Speaker, request: string): Promise<string | undefined>;
  /** Whose time to answer has run out. */
  abstract look(now: Date): Promise<void>;
}
