import { ask } from '../api/agent.socket';
import type { Trouble } from '../api/answer';
import { type Reach, troubleOf } from '../desk/reach';

/** What agents do among themselves. Each answers what stands against it, if anything does. */
export function noting(reach: Reach) {
  const { socket, store } = reach;
  return {
    /** `clientId`: the same for what is sent again. */
    async addNote(
      conversation: string,
      note: { readonly clientId: string; readonly text: string; readonly mentions: string[] },
    ): Promise<Trouble | null> {
      const answer = await ask(socket, 'note:add', { conversation, ...note });
      if (answer.ok) store.happen({ type: 'note-arrived', conversation, note: answer.value });
      return troubleOf(reach, answer) ?? null;
    },
    /** To another agent; null: back to the queue. */
    async assign(conversation: string, to: string | null, note: string): Promise<Trouble | null> {
      const told = note.trim() === '' ? {} : { note };
      const answer = await ask(socket, 'conversation:assign', { conversation, to, ...told });
      if (answer.ok) store.happen({ type: 'row-changed', row: answer.value });
      return troubleOf(reach, answer) ?? null;
    },
  };
}
