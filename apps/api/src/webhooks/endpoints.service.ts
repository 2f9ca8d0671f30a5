import type { WebhookChange, WebhookInput, WebhookMade, WebhookView } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit/index.js';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import { newId } from '../common/ids.js';
import { Sealer } from '../common/sealer.js';
import { newSigningSecret, TargetsService } from '../outbound/index.js';
import { type Counts, DeliveryLogRepository } from './delivery-log.repository.js';
import { type Endpoint, secretPlace } from './endpoint.js';
import { EndpointsRepository, type Written } from './endpoints.repository.js';

const DAY_MS = 24 * 3_600_000;
const nothing: Counts = { delivered: 0, waiting: 0, givenUp: 0 };

/** Where a brand's events go, as its developers set it up. */
@Injectable()
export class EndpointsService {
  constructor(
    private readonly repository: EndpointsRepository,
    private readonly log: DeliveryLogRepository,
    private readonly targets: TargetsService,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  async list(brandId: string): Promise<{ endpoints: WebhookView[] }> {
    const [found, counts] = await Promise.all([
      this.repository.ofBrand(brandId),
      this.log.countsSince(brandId, this.ago(DAY_MS)),
    ]);
    return { endpoints: found.map((endpoint) => this.viewOf(endpoint, counts.get(endpoint.id))) };
  }

  async view(brandId: string, id: string): Promise<WebhookView> {
    const counts = await this.log.countsSince(brandId, this.ago(DAY_MS));
    return this.viewOf(await this.known(brandId, id), counts.get(id));
  }

  async make(brandId: string, actor: Actor, input: WebhookInput): Promise<WebhookMade> {
    const url = await this.targets.accept(input.url);
    const createdAt = this.clock.now();
    const id = newId(createdAt);
    const secret = newSigningSecret();
    const endpoint: Endpoint = {
      ...input,
      ...{ brandId, id, url, createdAt, state: 'on', offReason: null, failures: 0, failingSince: null },
      ...{ formerSecret: null, formerUntil: null },
      secret: this.sealer.seal(secret, secretPlace(brandId, id)),
    };
    if (!(await this.repository.add(endpoint, this.written(actor, id, 'made'))))
      throw new DomainError('webhook_limit');
    return { endpoint: this.viewOf(endpoint), secret };
  }

  async change(brandId: string, actor: Actor, id: string, wanted: WebhookChange): Promise<WebhookView> {
    const before = await this.known(brandId, id);
    const url = wanted.url === before.url ? wanted.url : await this.targets.accept(wanted.url);
    await this.repository.change(brandId, id, { ...wanted, url }, this.written(actor, id, 'changed'));
    return this.view(brandId, id);
  }

  async rotate(brandId: string, actor: Actor, id: string): Promise<WebhookMade> {
    await this.known(brandId, id);
    const secret = newSigningSecret();
    const sealed = this.sealer.seal(secret, secretPlace(brandId, id));
    const until = new Date(this.clock.now().getTime() + DAY_MS);
    await this.repository.rotate(brandId, id, sealed, until, this.written(actor, id, 'rotated'));
    return { endpoint: await this.view(brandId, id), secret };
  }

  async remove(brandId: string, actor: Actor, id: string): Promise<void> {
    if (!(await this.repository.remove(brandId, id, this.written(actor, id, 'removed'))))
      throw new DomainError('webhook_not_found');
  }

  async known(brandId: string, id: string): Promise<Endpoint> {
    const endpoint = await this.repository.byId(brandId, id);
    if (!endpoint) throw new DomainError('webhook_not_found');
    return endpoint;
  }

  /** What signs now: the present secret, and the former one for as long as it counts. */
  secretsOf({ brandId, id, secret, formerSecret, formerUntil }: Endpoint, now: Date): readonly string[] {
    const both = formerSecret !== null && formerUntil !== null && formerUntil > now;
    return [secret, ...(both ? [formerSecret] : [])].map((sealed) =>
      this.sealer.open(sealed, secretPlace(brandId, id)),
    );
  }

  private written(actor: Actor, endpoint: string, how: 'made' | 'changed' | 'rotated' | 'removed'): Written {
    return {
      audited: { actor, action: 'webhook_changed', detail: { endpoint, how } },
      at: this.clock.now(),
    };
  }

  private ago(ms: number): Date {
    return new Date(this.clock.now().getTime() - ms);
  }

  /** Named one by one: never a secret. */
  private viewOf(endpoint: Endpoint, counts: Counts = nothing): WebhookView {
    const { id, url, description, types, facts, texts, state, offReason, formerUntil } = endpoint;
    const turning = formerUntil !== null && formerUntil > this.clock.now();
    return {
      ...{ id, url, description, types, facts, texts, state, offReason, counts },
      failingSince: state === 'on' ? null : (endpoint.failingSince?.toISOString() ?? null),
      formerUntil: turning ? formerUntil.toISOString() : null,
      createdAt: endpoint.createdAt.toISOString(),
    };
  }
}
