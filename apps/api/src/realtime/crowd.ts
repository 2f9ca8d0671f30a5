import { type Problem, problemOf } from '@countersign/contracts';
import { DomainError } from '../common/domain-error.js';
import type { AgentSocket, ConsumerSocket } from './sockets.js';

/** Events of one person, on all their devices here, that wait for their turn. A person, and a client with a full outbox, stay far below. */
export const MOST_WAITING = 200;
/** What is told to whoever has so much waiting: by then some of it is done. */
export const tooMany = (): Problem => problemOf('rate_limited', { retryAfter: 1 });

/** Tabs of one session. */
const MOST_SOCKETS = 50;

/** A session that holds as many sockets as nobody has tabs gets no other. */
export function refuseCrowd({ nsp }: AgentSocket | ConsumerSocket, room: string): void {
  if ((nsp.adapter.rooms.get(room)?.size ?? 0) >= MOST_SOCKETS)
    throw new DomainError('rate_limited', {
      detail: `A session has at most ${MOST_SOCKETS} connections.`,
      retryAfter: 1,
    });
}
