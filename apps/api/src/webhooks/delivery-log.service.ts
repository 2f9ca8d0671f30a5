import type { DeliveryDetail, DeliveryPage, DeliveryView, deliveryQuery } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '../audit/index.js';
import { AuditRepository } from '../audit/index.js';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import { newId } from '../common/ids.js';
import { TEST_TYPE } from './delivery.js';
import { DeliveryLogRepository, type LoggedDelivery } from './delivery-log.repository.js';
import type { Endpoint } from './endpoint.js';
import { EndpointsService } from './endpoints.service.js';
import { PayloadService } from './payload.service.js';

/** What was sent, what came of it, and once more. */
@Injectable()
export class DeliveryLogService {
  constructor(
    private readonly repository: DeliveryLogRepository,
    private readonly endpoints: EndpointsService,
    private readonly payloads: PayloadService,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  async page(brandId: string, id: string, query: z.output<typeof deliveryQuery>): Promise<DeliveryPage> {
    const endpoint = await this.endpoints.known(brandId, id);
    // One more than asked for tells whether there are more.
    const rows = await this.repository.page(brandId, id, { ...query, limit: query.limit + 1 });
    const shown = rows.slice(0, query.limit);
    const next = rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null;
    return { deliveries: shown.map((row) => viewOf(row, endpoint)), next };
  }

  /** With what was sent, as whoever looks would read it in the conversation: so it is written down as such a look is. */
  async detail(brandId: string, actor: Actor, endpointId: string, id: string): Promise<DeliveryDetail> {
    const endpoint = await this.endpoints.known(brandId, endpointId);
    const found = await this.found(brandId, endpointId, id);
    const detail = { endpoint: endpointId, delivery: id };
    await this.audit.add(brandId, { actor, action: 'delivery_seen', detail });
    return {
      delivery: viewOf(found, endpoint),
      attempts: found.tries.map(({ id, at, durationMs, status, outcome, answer, replayed }) => ({
        ...{ id, at: at.toISOString(), durationMs, status, outcome, answer, replayed },
      })),
      body: await this.payloads.bodyFor(endpoint, found),
    };
  }

  async replay(brandId: string, actor: Actor, endpointId: string, id: string): Promise<{ replayed: number }> {
    await this.on(brandId, endpointId);
    await this.found(brandId, endpointId, id);
    const replayed = await this.repository.replay(brandId, endpointId, id, this.clock.now());
    return this.noted(brandId, actor, endpointId, replayed);
  }

  async replayFailed(
    brandId: string,
    actor: Actor,
    endpointId: string,
    since: Date,
  ): Promise<{ replayed: number }> {
    await this.on(brandId, endpointId);
    const replayed = await this.repository.replayFailed(brandId, endpointId, since, this.clock.now());
    return this.noted(brandId, actor, endpointId, replayed);
  }

  async test(brandId: string, endpointId: string): Promise<{ delivery: string }> {
    await this.on(brandId, endpointId);
    const at = this.clock.now();
    const delivery = newId(at);
    await this.repository.addTest(brandId, endpointId, delivery, TEST_TYPE, at);
    return { delivery };
  }

  private async noted(brandId: string, actor: Actor, endpoint: string, replayed: number) {
    const detail = { endpoint, how: 'replayed' } as const;
    await this.audit.add(brandId, { actor, action: 'webhook_changed', detail });
    return { replayed };
  }

  private async on(brandId: string, id: string): Promise<void> {
    if ((await this.endpoints.known(brandId, id)).state === 'off') throw new DomainError('webhook_off');
  }

  private async found(brandId: string, endpointId: string, id: string): Promise<LoggedDelivery> {
    const found = await this.repository.byId(brandId, endpointId, id);
    if (!found) throw new DomainError('webhook_not_found');
    return found;
  }
}

function viewOf(row: LoggedDelivery, { state }: Endpoint): DeliveryView {
  const { id, type, at, attempts, nextAt, conversationId, consumerId, tries } = row;
  const [last] = tries;
  const waits = row.state === 'waiting' && state !== 'off';
  return {
    ...{ id, type, at: at.toISOString(), state: row.state, attempts },
    // Of what was never tried: as soon as its turn comes.
    nextAt: waits ? new Date(Math.max(nextAt.getTime(), at.getTime())).toISOString() : null,
    conversation: conversationId,
    consumer: consumerId,
    last: last ? { status: last.status, outcome: last.outcome } : null,
  };
}
