import { randomUUID } from 'node:crypto';
import { WEBHOOK_LOG_DAYS } from '@countersign/contracts';
import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { newId } from '../common/ids.js';
import { Log } from '../common/log.js';
import { Rounds } from '../common/rounds.js';
import { PostingClient, signed } from '../outbound/index.js';
import {
  DeliveriesRepository,
  type EndpointKey,
  type Health,
  type Lease,
  type Tried,
} from './deliveries.repository.js';
import type { Delivery } from './delivery.js';
import type { Endpoint } from './endpoint.js';
import { EndpointsRepository } from './endpoints.repository.js';
import { EndpointsService } from './endpoints.service.js';
import { outcomeOf } from './outcome.js';
import { PayloadService } from './payload.service.js';
import { redacted } from './redacted.js';
import { isFailing, isLost, nextTry, pauseUntil } from './schedule.js';

const LOOK_MS = 1_000;
const FORGET_MS = 3_600_000;
/** Longer than a try may take, with what is read before it and written after it. */
const LEASE_MS = 60_000;
/** How much one endpoint may have on its way from one process: who is slow holds up nobody but themselves. */
const AT_ONCE = 4;
const DAY_MS = 24 * 3_600_000;

/** Brings what was told to whoever wants it. Any number of processes do so side by side: each takes what no other has. */
@Injectable()
export class CourierService implements OnModuleInit, OnApplicationShutdown {
  private readonly inHand = new Map<string, number>();
  private stopped = false;

  constructor(
    private readonly deliveries: DeliveriesRepository,
    private readonly repository: EndpointsRepository,
    private readonly endpoints: EndpointsService,
    private readonly payloads: PayloadService,
    private readonly posting: PostingClient,
    private readonly clock: Clock,
    private readonly rounds: Rounds,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.rounds.every(LOOK_MS, 'webhooks were not looked for', () => this.look());
    this.rounds.every(FORGET_MS, 'the webhook log was not cleared', () => this.forget());
  }

  onApplicationShutdown(): void {
    this.stopped = true;
  }

  async look(): Promise<void> {
    // Begun, and not waited for: the next look comes whoever is slow.
    for (const key of await this.deliveries.due(this.clock.now())) void this.serve(key);
  }

  async forget(): Promise<number> {
    return this.deliveries.forget(new Date(this.clock.now().getTime() - WEBHOOK_LOG_DAYS * DAY_MS));
  }

  private async serve(key: EndpointKey): Promise<void> {
    try {
      const endpoint = await this.repository.byId(key.brandId, key.id);
      if (this.stopped || !endpoint || endpoint.state === 'off') return;
      const free = (endpoint.state === 'failing' ? 1 : AT_ONCE) - (this.inHand.get(key.id) ?? 0);
      if (free <= 0) return;
      // Counted before they are there: another look may come meanwhile.
      this.count(key.id, free);
      const now = this.clock.now();
      const lease: Lease = { id: randomUUID(), until: new Date(now.getTime() + LEASE_MS) };
      const taken = await this.deliveries.claim(key, free, lease, now).catch((error: unknown) => {
        this.count(key.id, -free);
        throw error;
      });
      this.count(key.id, taken.length - free);
      for (const delivery of taken) void this.carry(endpoint, delivery, lease);
    } catch (error) {
      this.log.failure('webhooks were not taken up', error);
    }
  }

  private async carry(endpoint: Endpoint, delivery: Delivery, lease: Lease): Promise<void> {
    let done = false;
    try {
      const tried = await this.try(endpoint, delivery);
      if (this.stopped) return;
      const before = await this.repository.byId(endpoint.brandId, endpoint.id);
      const health = healthAfter(before ?? endpoint, tried);
      await this.deliveries.settle(endpoint, delivery, lease, tried, health);
      done = true;
    } catch (error) {
      this.log.failure('a webhook was not brought', error);
    } finally {
      this.count(endpoint.id, -1);
    }
    if (done) await this.serve(endpoint);
  }

  private async try(endpoint: Endpoint, delivery: Delivery): Promise<Tried> {
    const body = await this.payloads.bodyFor(endpoint, delivery);
    const at = this.clock.now();
    const headers = signed({ id: delivery.id, at, body }, this.endpoints.secretsOf(endpoint, at));
    const begun = performance.now();
    const answer = await this.posting.post({ url: endpoint.url, headers, body });
    const outcome = outcomeOf(answer);
    const again =
      outcome === 'delivered' || outcome === 'gone'
        ? undefined
        : nextTry(delivery.attempts + 1, at, Math.random());
    return {
      attemptId: newId(at),
      ...{ at, outcome, nextAt: again },
      durationMs: Math.round(performance.now() - begun),
      status: answer.kind === 'answered' ? answer.status : null,
      answer: answer.kind === 'answered' ? redacted(answer.text) : '',
    };
  }

  private count(id: string, more: number): void {
    const now = (this.inHand.get(id) ?? 0) + more;
    if (now <= 0) this.inHand.delete(id);
    else this.inHand.set(id, now);
  }
}

function healthAfter(before: Endpoint, { outcome, at }: Tried): Health {
  if (outcome === 'delivered')
    return { state: 'on', offReason: null, failures: 0, failingSince: null, pausedUntil: null };
  const trouble = { failures: before.failures + 1, failingSince: before.failingSince ?? at };
  const offReason = outcome === 'gone' ? 'gone' : isLost(trouble, at) ? 'failed_for_days' : null;
  return {
    ...trouble,
    state: offReason ? 'off' : isFailing(trouble) ? 'failing' : 'on',
    offReason,
    pausedUntil: pauseUntil(trouble, at) ?? null,
  };
}
