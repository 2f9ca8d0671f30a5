import { ask } from '../api/agent.socket';
import type { Trouble } from '../api/answer';
import { type Reach, troubleOf } from '../desk/reach';

/** What an agent says of themselves. */
export function onDuty(reach: Reach) {
  return {
    /** Answers what stands against it, if anything does. Everybody is told by the service, this desk too. */
    async setDuty(on: boolean): Promise<Trouble | null> {
      const answer = await ask(reach.socket, 'duty:set', { on });
      return troubleOf(reach, answer) ?? null;
    },
  };
}
