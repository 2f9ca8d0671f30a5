import type { Assurance } from '@countersign/claims';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AgentGate } from '../agents/index.js';
import { Events } from '../common/events.js';
import { Log } from '../common/log.js';
import { Rounds } from '../common/rounds.js';
import { SessionGate } from '../identity/index.js';
import { Audience } from './audience.js';
import { agentRoom, sessionRoom } from './sockets.js';

const LOOK_EVERY_MS = 15_000;

/** A socket lives as long as its session, and no longer. */
@Injectable()
export class SessionDeliveries implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly sessions: SessionGate,
    private readonly agents: AgentGate,
    private readonly audience: Audience,
    private readonly rounds: Rounds,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    const tell = (work: Promise<void>) =>
      void work.catch((error: unknown) => this.log.failure('a session’s end was not told', error));
    this.events.everywhere('session.ended', ({ brandId, sessionId }) => tell(this.ended(brandId, sessionId)));
    this.events.everywhere('session.over', ({ brandId, sessionId }) => tell(this.ended(brandId, sessionId)));
    this.events.everywhere('notices.heard', () => tell(this.lookAtAll()));
    this.events.everywhere('session.opened', ({ brandId, previousSessionId }) => {
      if (previousSessionId !== null) tell(this.ended(brandId, previousSessionId));
    });
    this.events.everywhere('session.stale', ({ sessionId }) => {
      const event = { session: sessionId, assurance: 'stale', why: null } as const;
      this.audience.consumers.local.to(sessionRoom(sessionId)).emit('session:changed', event);
    });
    this.events.everywhere('agent.removed', ({ agentId }) =>
      this.dismiss(agentRoom(agentId), 'agent_removed'),
    );
    this.events.everywhere('agent.signed-out', ({ agentSessionId }) =>
      this.dismiss(sessionRoom(agentSessionId), 'signed_out'),
    );
    this.rounds.every(LOOK_EVERY_MS, 'idle agents were not dismissed', () => this.dismissIdle());
  }

  private async ended(brandId: string, sessionId: string): Promise<void> {
    const room = sessionRoom(sessionId);
    if (!this.audience.hears(room)) return;
    const session = await this.sessions.peek(brandId, sessionId);
    this.close(sessionId, session?.assurance ?? 'ended', session?.endReason ?? 'ended');
  }

  private close(sessionId: string, assurance: Assurance, why: string): void {
    const room = sessionRoom(sessionId);
    this.audience.consumers.local.to(room).emit('session:changed', { session: sessionId, assurance, why });
    this.audience.consumers.local.in(room).disconnectSockets(true);
  }

  /** Nobody was told for a while what other processes ended: one question for all who are connected here. */
  private async lookAtAll(): Promise<void> {
    const here = new Map<string, Set<string>>();
    for (const { data } of this.audience.consumers.sockets.values())
      here.set(data.brandId, (here.get(data.brandId) ?? new Set<string>()).add(data.sessionId));
    for (const [brandId, ids] of here) {
      const sessions = await this.sessions.peekAll(brandId, [...ids]);
      for (const { sessionId, endedAt, assurance, endReason } of sessions.values())
        if (endedAt !== null) this.close(sessionId, assurance, endReason ?? 'ended');
    }
  }

  private dismiss(room: string, why: string): void {
    this.audience.agents.local.to(room).emit('session:ended', { why });
    this.audience.agents.local.in(room).disconnectSockets(true);
  }

  /** Half an hour without use ends an agent's session, and with it the stream. */
  private async dismissIdle(): Promise<void> {
    const connected = new Map(
      [...this.audience.agents.sockets.values()].map(({ data }) => [data.sessionId, data]),
    );
    for (const { brandId, sessionId } of connected.values())
      if (!(await this.agents.peek(brandId, sessionId)))
        this.dismiss(sessionRoom(sessionId), 'session_ended');
  }
}
