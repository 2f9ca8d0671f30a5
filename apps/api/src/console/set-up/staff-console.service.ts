import type { AgentRole, inviteStaff, Staff } from '@countersign/contracts';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { LiveAgent } from '../../agents/index.js';
import { AuditRepository } from '../../audit/index.js';
import { BrandsService } from '../../brands/index.js';
import { DomainError } from '../../common/domain-error.js';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/env.js';
import { AgentsDirectory } from '../../settings/index.js';

/** Who answers for the brand, as its admins say. */
@Injectable()
export class StaffConsole {
  constructor(
    private readonly brands: BrandsService,
    private readonly agents: AgentsDirectory,
    private readonly audit: AuditRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(brandId: string): Promise<Staff> {
    const { slug } = await this.brands.byId(brandId);
    const agents = await this.agents.list(brandId);
    return {
      agents: agents.map(({ role, ...agent }) => ({
        ...agent,
        role: role as AgentRole,
        link: `${this.config.WORKSPACE_URL}/sign-in?brand=${slug}`,
      })),
    };
  }

  async invite(by: LiveAgent, invited: z.output<typeof inviteStaff>): Promise<Staff> {
    const { brandId } = by;
    const email = invited.email.toLowerCase();
    const known = await this.agents.list(brandId);
    // An invitation is no way round the rule that an admin stays: a role is changed as a role.
    if (known.some((one) => one.email.toLowerCase() === email)) throw new DomainError('agent_exists');
    await this.agents.invite(brandId, invited);
    const made = (await this.agents.list(brandId)).find((one) => one.email === email);
    await this.audit.add(brandId, {
      actor: `agent ${by.agentId}`,
      action: 'agent_invited',
      detail: { agent: made?.id ?? '', role: invited.role },
    });
    return this.list(brandId);
  }

  async changeRole(by: LiveAgent, agent: string, role: AgentRole): Promise<Staff> {
    await this.agents.changeRole(by.brandId, agent, role);
    await this.audit.add(by.brandId, {
      actor: `agent ${by.agentId}`,
      action: 'agent_role_changed',
      detail: { agent, role },
    });
    return this.list(by.brandId);
  }

  async remove(by: LiveAgent, agent: string): Promise<void> {
    await this.agents.removeButLast(by.brandId, agent);
    await this.audit.add(by.brandId, {
      actor: `agent ${by.agentId}`,
      action: 'agent_removed',
      detail: { agent },
    });
  }
}
