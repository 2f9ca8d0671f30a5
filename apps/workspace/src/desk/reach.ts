import type { AgentClient } from '../api/agent.client';
import type { AgentSocket } from '../api/agent.socket';
import type { Answer, Trouble } from '../api/answer';
import { emptyThread, type Thread } from './state';
import type { Store } from './store';

/** All that a wish needs of the rest of the desk. */
export type Reach = {
  readonly socket: AgentSocket;
  readonly client: AgentClient;
  readonly store: Store;
  readonly onSignedOut: (why: string) => void;
};

export const threadOf = ({ store }: Reach, conversation: string): Thread =>
  store.get().threads[conversation] ?? emptyThread;

/** What was refused, if it was. A session that is over is told at once, whatever was wished. */
export function troubleOf<Value>({ onSignedOut }: Reach, answer: Answer<Value>): Trouble | undefined {
  if (answer.ok) return undefined;
  const { code } = answer.trouble;
  if (code === 'agent_session_required' || code === 'session_ended') onSignedOut(code);
  return answer.trouble;
}
