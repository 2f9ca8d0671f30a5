import { DomainError } from '../common/domain-error.js';
import type { AgentSocket, ConsumerSocket } from './sockets.js';

/** Events of one socket that wait for their turn. A person, and a client with a full outbox, stay far below. */
export const MOST_WAITING = 200;
/** Tabs of one session. */
const MOST_SOCKETS = 50;

/** A session that holds as many sockets as nobody has tabs gets no other. */
export function refuseCrowd({ nsp }: AgentSocket | ConsumerSocket, room: string): void {
  if ((nsp.adapter.rooms.get(room)?.size ?? 0) >= MOST_SOCKETS)
    throw new DomainError('rate_limited', { detail: `A session has at most ${MOST_SOCKETS} connections.` });
}
