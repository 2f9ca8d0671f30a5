import { type Checklist, type Milestone, milestone } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { ConnectionsRepository } from '../../connections/index.js';
import { ProviderClient } from '../../outbound/index.js';
import { MilestonesRepository, type Reached } from './milestones.repository.js';

/** What of a brand's set-up has happened, as it was seen: nobody ticks anything. */
@Injectable()
export class ChecklistService {
  constructor(
    private readonly milestones: MilestonesRepository,
    private readonly connections: ConnectionsRepository,
    private readonly providers: ProviderClient,
    private readonly clock: Clock,
  ) {}

  async of(brandId: string): Promise<Checklist> {
    const kept = await this.milestones.ofBrand(brandId);
    const milestones: Checklist['milestones'] = [];
    for (const name of milestone.options) {
      const reached = kept.get(name) ?? (await this.look(brandId, name));
      milestones.push({ name, at: reached?.at.toISOString() ?? null, detail: reached?.detail ?? null });
    }
    return { milestones };
  }

  private async look(brandId: string, name: Milestone): Promise<Reached | undefined> {
    const reached =
      name === 'issuer_answered' ? await this.answered(brandId) : await this.milestones.look(brandId, name);
    if (reached) await this.milestones.reached(brandId, name, reached.detail, reached.at);
    return reached;
  }

  /** Of a brand that pasted keys, or named where they are: whether there are any to verify with. */
  private async answered(brandId: string): Promise<Reached | undefined> {
    const [connection] = await this.connections.ofBrand(brandId);
    if (!connection) return undefined;
    const keys = await this.providers.keysFor(connection.issuer, undefined);
    return keys.ok && keys.value.length > 0
      ? { at: this.clock.now(), detail: connection.issuer.url }
      : undefined;
  }
}
