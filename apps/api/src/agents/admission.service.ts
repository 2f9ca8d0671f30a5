import type { IdTokenClaims } from '@countersign/claims';
import { admitAgent } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Log } from '../common/log.js';
import { emailAuthorityOf } from '../connections/index.js';
import type { AgentProvider } from './agent-provider.js';
import { AgentsRepository } from './agents.repository.js';
import { SignInFailed } from './sign-in-failed.js';

/** Whether somebody who is who they say may answer for the brand. */
@Injectable()
export class AdmissionService {
  constructor(
    private readonly agents: AgentsRepository,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async admit({ brand, issuer, settings }: AgentProvider, claims: IdTokenClaims): Promise<string> {
    const agents = await this.agents.ofBrand(brand.id);
    const invitations = agents.map((agent) => ({ ...agent, removed: agent.removedAt !== null }));
    const voucher = { issuer: issuer.url, emailAuthority: emailAuthorityOf(issuer.url) };
    const admission = admitAgent(claims, voucher, invitations, settings.hostedDomain);
    if (admission.kind === 'refused') {
      this.log.info('agent sign-in refused', { brand: brand.slug, reason: admission.code });
      throw new SignInFailed(admission.code);
    }
    if (admission.kind === 'known') return admission.agent;
    const accepted = await this.agents.accept(
      brand.id,
      admission.agent,
      issuer.url,
      claims.sub,
      this.clock.now(),
    );
    if (!accepted) throw new SignInFailed('agent_not_invited');
    this.log.info('agent accepted', { brand: brand.slug, agent: admission.agent });
    return admission.agent;
  }
}
