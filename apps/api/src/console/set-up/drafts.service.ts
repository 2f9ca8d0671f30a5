import { type DraftView, draftInput, type KeepDraft } from '@countersign/contracts';
import { Inject, Injectable } from '@nestjs/common';
import type { LiveAgent } from '../../agents/index.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { newId } from '../../common/ids.js';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/env.js';
import { addressesOf } from './addresses.js';
import { DraftsRepository } from './drafts.repository.js';

/** A wizard that was left half way is there when its agent comes back, on whatever machine. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly drafts: DraftsRepository,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async read(agent: LiveAgent): Promise<DraftView> {
    const now = this.clock.now();
    const { connectionId, body, changedAt } = await this.drafts.open(agent, newId(now), now);
    // One that was kept by a wizard of another age is no draft of this one.
    const draft = draftInput.safeParse(body);
    return {
      draft: draft.success ? draft.data : null,
      changedAt: draft.success ? changedAt.toISOString() : null,
      place: addressesOf(connectionId, this.config.PUBLIC_URL),
    };
  }

  async keep(agent: LiveAgent, { seen, ...draft }: KeepDraft): Promise<DraftView> {
    const now = this.clock.now();
    await this.drafts.open(agent, newId(now), now);
    const known = typeof seen === 'string' ? new Date(seen) : seen;
    if (!(await this.drafts.keep(agent, draft, now, known))) throw new DomainError('settings_changed');
    return this.read(agent);
  }

  drop(agent: LiveAgent): Promise<void> {
    return this.drafts.drop(agent);
  }
}
