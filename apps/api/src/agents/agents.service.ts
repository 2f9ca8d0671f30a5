import type { AgentRole, BrandView, InviteAgent } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import { Events } from '../common/events.js';
import { newId } from '../common/ids.js';
import { AgentsDirectory } from '../settings/index.js';
import { AgentSessionsRepository } from './agent-sessions.repository.js';
import { AgentsRepository } from './agents.repository.js';

/** Who may answer for a brand. */
@Injectable()
export class AgentsService extends AgentsDirectory {
  constructor(
    private readonly repository: AgentsRepository,
    private readonly sessions: AgentSessionsRepository,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async list(brandId: string): Promise<BrandView['agents']> {
    const agents = await this.repository.ofBrand(brandId);
    return agents.map(({ id, email, name, role, acceptedAt }) => ({
      id,
      email,
      name,
      role,
      accepted: acceptedAt !== null,
    }));
  }

  override async invite(brandId: string, { email, name, role = 'agent' }: InviteAgent): Promise<void> {
    const now = this.clock.now();
    await this.repository.invite({ brandId, id: newId(now), email: email.toLowerCase(), name, role }, now);
  }

  override async known(brandId: string, issuer: string, subject: string): Promise<string | undefined> {
    const agents = await this.repository.ofBrand(brandId);
    return agents.find((one) => one.issuer === issuer && one.subject === subject)?.id;
  }

  override async changeRole(brandId: string, agentId: string, role: AgentRole): Promise<void> {
    mustBeChanged(await this.repository.change(brandId, agentId, { role }));
  }

  override async removeButLast(brandId: string, agentId: string): Promise<void> {
    const now = this.clock.now();
    mustBeChanged(await this.repository.change(brandId, agentId, { removedAt: now }));
    await this.over(brandId, agentId, now);
  }

  override async remove(brandId: string, agentId: string): Promise<void> {
    const now = this.clock.now();
    if (!(await this.repository.remove(brandId, agentId, now))) throw new DomainError('agent_not_found');
    await this.over(brandId, agentId, now);
  }

  private async over(brandId: string, agentId: string, now: Date): Promise<void> {
    await this.sessions.endAllOf(brandId, agentId, now);
    this.events.emit('agent.removed', { brandId, agentId });
  }
}

function mustBeChanged(outcome: 'changed' | 'unknown' | 'last-admin'): void {
  if (outcome === 'unknown') throw new DomainError('agent_not_found');
  if (outcome === 'last-admin') throw new DomainError('last_admin');
}
