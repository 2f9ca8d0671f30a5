import { Injectable } from '@nestjs/common';
import { type LiveAgent, mustHave } from '../agents/index.js';
import { DomainError } from '../common/domain-error.js';
import { LogoutService, SessionGate } from '../identity/index.js';
import { DeskService } from './desk.service.js';

/** A lead signs out whoever speaks in a conversation, in all their browsers. */
@Injectable()
export class SigningOutService {
  constructor(
    private readonly desk: DeskService,
    private readonly sessions: SessionGate,
    private readonly logout: LogoutService,
  ) {}

  async signOut(agent: LiveAgent, conversation: string): Promise<{ ended: number }> {
    mustHave(agent, 'lead');
    const { brandId, sessionId } = await this.desk.find(agent, conversation);
    const session = await this.sessions.peek(brandId, sessionId);
    if (!session) throw new DomainError('conversation_not_found');
    return { ended: await this.logout.byAgent(session, agent.agentId) };
  }
}
