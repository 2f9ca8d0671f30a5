import type { Colleague } from '@countersign/contracts';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Events } from '../common/events.js';
import { Remembered } from '../common/remembered.js';
import { Rounds } from '../common/rounds.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { Connected } from './connected.js';
import { DutyRepository } from './duty.repository.js';

/** What a process says is believed so long. */
const LEASE_MS = 30_000;
const RENEW_EVERY_MS = 10_000;
/** Who loads the page anew, or moves on to another process, is not gone meanwhile. */
const LINGER_MS = 4_000;

/**
 * Who is there to answer: connected, to whichever process, and available by their own word. A process that dies takes
 * nobody with it for longer than its lease.
 */
@Injectable()
export class DutyService implements OnModuleInit {
  private readonly connected = new Connected();
  private readonly remembered = new Remembered<readonly Colleague[]>();
  private readonly process: string;

  constructor(
    private readonly repository: DutyRepository,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly rounds: Rounds,
    @Inject(CONFIG) { PROCESS_NAME }: Config,
  ) {
    this.process = PROCESS_NAME;
  }

  onModuleInit(): void {
    this.events.everywhere('duty.changed', () => this.remembered.forget());
    this.events.everywhere('agent.removed', ({ brandId }) =>
      this.events.hear({ name: 'duty.changed', happening: { brandId } }),
    );
    this.rounds.every(RENEW_EVERY_MS, 'it was not said anew who is connected', () => this.renew());
  }

  async arrived(brandId: string, agentId: string): Promise<void> {
    if (!this.connected.add(brandId, agentId)) return;
    await this.repository.hold(brandId, [agentId], this.process, this.in(LEASE_MS));
    this.changed(brandId);
  }

  /** @param forGood they were sent away, or signed out: nobody waits for them to come back */
  async left(brandId: string, agentId: string, forGood: boolean): Promise<void> {
    if (!this.connected.remove(brandId, agentId)) return;
    await this.repository.shorten(brandId, agentId, this.process, this.in(forGood ? 0 : LINGER_MS));
    if (forGood) this.changed(brandId);
  }

  async set(brandId: string, agentId: string, on: boolean): Promise<void> {
    await this.repository.setAvailable(brandId, agentId, on);
    this.changed(brandId);
  }

  /** Everybody who answers for the brand. */
  async colleagues(brandId: string): Promise<readonly Colleague[]> {
    const agents = await this.repository.ofBrand(brandId, this.clock.now());
    return agents.map(({ id, name, available, here }) => ({
      id,
      name,
      on: available && (here || this.connected.has(brandId, id)),
    }));
  }

  /** Whether anybody is there. Every visitor of a page asks: what was found is kept for a moment. */
  async answering(brandId: string): Promise<boolean> {
    const agents = await this.remembered.get(brandId, () => this.colleagues(brandId));
    return agents?.some(({ on }) => on) ?? false;
  }

  /** By brand: who is on duty at whichever process. */
  async everywhere(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const found = new Map<string, Set<string>>();
    for (const { brandId, agentId } of await this.repository.everywhere(this.clock.now()))
      found.set(brandId, (found.get(brandId) ?? new Set<string>()).add(agentId));
    return found;
  }

  private async renew(): Promise<void> {
    for (const [brandId, agentIds] of this.connected.all()) {
      await this.repository.hold(brandId, agentIds, this.process, this.in(LEASE_MS));
      await this.repository.forget(brandId, this.clock.now());
    }
  }

  private changed(brandId: string): void {
    this.events.emit('duty.changed', { brandId });
  }

  private in(ms: number): Date {
    return new Date(this.clock.now().getTime() + ms);
  }
}
