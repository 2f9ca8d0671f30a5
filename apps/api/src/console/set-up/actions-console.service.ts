import type { ActionsSet, ActionsView, SetActions } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import type { LiveAgent } from '../../agents/index.js';
import { type Audited, AuditRepository } from '../../audit/index.js';
import { BrandsRepository, BrandsService } from '../../brands/index.js';
import { Events } from '../../common/events.js';
import { Sealer } from '../../common/sealer.js';
import { newSigningSecret, TargetsService } from '../../outbound/index.js';

/** Where the brand's backend carries out what its customers accept. */
@Injectable()
export class ActionsConsole {
  constructor(
    private readonly brands: BrandsService,
    private readonly rows: BrandsRepository,
    private readonly targets: TargetsService,
    private readonly sealer: Sealer,
    private readonly audit: AuditRepository,
    private readonly events: Events,
  ) {}

  async view(brandId: string): Promise<ActionsView> {
    return { url: (await this.rows.actionsOf(brandId))?.url ?? null };
  }

  /** The secret is made here, and answered only when it is made. */
  async set(agent: LiveAgent, { url: given, rotate }: SetActions): Promise<ActionsSet> {
    const { brandId } = agent;
    const url = await this.targets.accept(given);
    const known = rotate ? undefined : (await this.brands.actions(brandId))?.secret;
    const secret = known ?? newSigningSecret();
    const place = [brandId, 'brands', 'actions_secret', brandId] as const;
    await this.rows.putActions(brandId, { url, secret: this.sealer.seal(secret, place) });
    await this.tell(agent, known === undefined ? 'secret_made' : 'address_changed');
    return { url, secret: known === undefined ? secret : null };
  }

  async remove(agent: LiveAgent): Promise<void> {
    await this.rows.putActions(agent.brandId, null);
    await this.tell(agent, 'removed');
  }

  private async tell(
    { brandId, agentId }: LiveAgent,
    how: Extract<Audited, { action: 'actions_changed' }>['detail']['how'],
  ): Promise<void> {
    this.events.emit('brand.changed', { brandId });
    await this.audit.add(brandId, { actor: `agent ${agentId}`, action: 'actions_changed', detail: { how } });
  }
}
