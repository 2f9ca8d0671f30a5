import type { CannedAnswer, PutCannedAnswer } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import { type LiveAgent, mustHave } from '../agents/index.js';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import { Events } from '../common/events.js';
import { newId } from '../common/ids.js';
import { CannedRepository } from './canned.repository.js';

/** What agents of a brand say often: every agent reads it, leads write it. What is filled in, the workspace knows. */
@Injectable()
export class CannedService {
  constructor(
    private readonly repository: CannedRepository,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  all({ brandId }: LiveAgent): Promise<CannedAnswer[]> {
    return this.repository.all(brandId);
  }

  async add(agent: LiveAgent, answer: PutCannedAnswer): Promise<CannedAnswer> {
    mustHave(agent, 'lead');
    const { brandId } = agent;
    const at = this.clock.now();
    const id = newId(at);
    if (!(await this.repository.add(brandId, id, answer, at)))
      throw await this.refusal(brandId, answer.title);
    this.changed(brandId);
    return { id, ...answer };
  }

  async change(agent: LiveAgent, id: string, answer: PutCannedAnswer): Promise<CannedAnswer> {
    mustHave(agent, 'lead');
    const { brandId } = agent;
    if (!(await this.repository.change(brandId, id, answer, this.clock.now()))) {
      if (!(await this.repository.byId(brandId, id))) throw new DomainError('canned_answer_not_found');
      throw new DomainError('canned_answer_exists');
    }
    this.changed(brandId);
    return { id, ...answer };
  }

  async remove(agent: LiveAgent, id: string): Promise<void> {
    mustHave(agent, 'lead');
    if (!(await this.repository.remove(agent.brandId, id))) throw new DomainError('canned_answer_not_found');
    this.changed(agent.brandId);
  }

  private async refusal(brandId: string, title: string): Promise<DomainError> {
    const taken = await this.repository.hasTitle(brandId, title);
    return new DomainError(taken ? 'canned_answer_exists' : 'canned_answers_full');
  }

  private changed(brandId: string): void {
    this.events.emit('canned.changed', { brandId });
  }
}
