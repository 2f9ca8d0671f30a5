import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import { Events } from '../common/events.js';
import { newId } from '../common/ids.js';
import { hashOf, newSecret } from '../common/secrets.js';
import type { LiveAgent } from './agent.js';
import { type AgentSessionRow, AgentSessionsRepository } from './agent-sessions.repository.js';

const IDLE_MS = 30 * 60_000;
const LONGEST_MS = 12 * 3_600_000;
/** How exactly the last sign of life is kept: not every request is worth a write. */
export const SEEN_EVERY_MS = 60_000;

/** Agents' sessions: 30 minutes without use, 12 hours in any case, and no longer than the invitation. */
@Injectable()
export class AgentGate {
  constructor(
    private readonly sessions: AgentSessionsRepository,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Answers the cookie's value. */
  async open(brandId: string, agentId: string): Promise<string> {
    const now = this.clock.now();
    const secret = newSecret();
    const endsAt = new Date(now.getTime() + LONGEST_MS);
    await this.sessions.add(brandId, newId(now), agentId, hashOf(secret), now, endsAt);
    return secret;
  }

  async admit(secret: string | undefined): Promise<LiveAgent> {
    const row = secret === undefined ? null : await this.sessions.byHash(hashOf(secret));
    return this.used(row);
  }

  /** The row, read now: what every event of a socket begins with. */
  async read(brandId: string, sessionId: string): Promise<LiveAgent> {
    return this.used(await this.sessions.byId(brandId, sessionId));
  }

  /** As `read`, but a look is no use, and nobody is no error. */
  async peek(brandId: string, sessionId: string): Promise<LiveAgent | undefined> {
    const row = await this.sessions.byId(brandId, sessionId);
    return row && isLive(row, this.clock.now()) ? agentOf(row) : undefined;
  }

  async end({ brandId, sessionId }: LiveAgent): Promise<void> {
    await this.sessions.end(brandId, sessionId, this.clock.now());
    this.events.emit('agent.signed-out', { brandId, agentSessionId: sessionId });
  }

  private async used(row: AgentSessionRow | null): Promise<LiveAgent> {
    const now = this.clock.now();
    if (!row || !isLive(row, now)) throw new DomainError('agent_session_required');
    const { brandId, id } = row;
    if (now.getTime() - row.lastSeenAt.getTime() > SEEN_EVERY_MS) await this.sessions.seen(brandId, id, now);
    return agentOf(row);
  }
}

const agentOf = ({ brandId, id, agent }: AgentSessionRow): LiveAgent => ({
  brandId,
  agentId: agent.id,
  name: agent.name,
  email: agent.email,
  role: agent.role as LiveAgent['role'],
  sessionId: id,
});

const isLive = ({ agent, endedAt, endsAt, lastSeenAt }: AgentSessionRow, now: Date): boolean =>
  agent.removedAt === null &&
  endedAt === null &&
  endsAt > now &&
  now.getTime() - lastSeenAt.getTime() < IDLE_MS;
