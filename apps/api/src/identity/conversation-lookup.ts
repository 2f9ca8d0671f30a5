import type { SessionView } from '@countersign/contracts';
import type { Speaker } from './live-session.js';

/** All that identity needs of conversations: which one a session is in. Provided by that module. */
export abstract class ConversationLookup {
  abstract openOf(speaker: Speaker): Promise<SessionView['conversation']>;
}
