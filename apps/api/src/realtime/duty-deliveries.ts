import type { Colleague } from '@countersign/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Events } from '../common/events.js';
import { Log } from '../common/log.js';
import { Rounds } from '../common/rounds.js';
import { DutyService } from '../duty/index.js';
import { Audience } from './audience.js';
import { Gathered } from './gathered.js';
import { type AgentSocket, brandRoom, type ConsumerSocket, visitorsRoom } from './sockets.js';

const LOOK_EVERY_MS = 2_000;

type Told = { readonly agents: string; readonly on: string | null };
/** Nobody was told anything. */
const nothing: Told = { agents: '', on: null };

const toldOf = (agents: readonly Colleague[]): Told => ({
  agents: JSON.stringify(agents),
  on: onDuty(agents.filter(({ on }) => on).map(({ id }) => id)),
});
const onDuty = (ids: Iterable<string>): string => [...ids].sort().join(' ');

/** Who is on duty, to the agents of a brand; whether anybody is, to its visitors. Told when it changes. */
@Injectable()
export class DutyDeliveries implements OnModuleInit {
  private readonly gathered: Gathered;
  /** What everybody of a brand was told last, as long as somebody of it is connected here. */
  private readonly told = new Map<string, Told>();

  constructor(
    private readonly events: Events,
    private readonly duty: DutyService,
    private readonly audience: Audience,
    private readonly rounds: Rounds,
    log: Log,
  ) {
    this.gathered = new Gathered((error) => log.failure('it was not told who is on duty', error));
  }

  onModuleInit(): void {
    this.events.everywhere('duty.changed', ({ brandId }) => this.refresh(brandId));
    // A process that died told nobody, and a lease runs out without a word.
    this.rounds.every(LOOK_EVERY_MS, 'it was not looked for who is on duty', () => this.look());
  }

  welcomeAgent(socket: AgentSocket): void {
    const { brandId, agentId } = socket.data;
    this.watch(brandId);
    socket.on('disconnect', (why) => {
      // Signed out, removed, idle: whoever only loses the line, or goes on to another process, comes back.
      const forGood = why === 'server namespace disconnect';
      this.gathered.run(`left ${socket.id}`, () => this.duty.left(brandId, agentId, forGood));
    });
    this.gathered.run(`welcome ${socket.id}`, async () => {
      await this.duty.arrived(brandId, agentId);
      socket.emit('duty:changed', { agents: [...(await this.duty.colleagues(brandId))] });
    });
  }

  welcomeConsumer(socket: ConsumerSocket): void {
    const { brandId } = socket.data;
    this.watch(brandId);
    // Where nobody was told anything yet, this visitor is told with all others.
    if (this.told.get(brandId) === nothing) this.refresh(brandId);
    else
      this.gathered.run(`welcome ${socket.id}`, async () => {
        socket.emit('duty:changed', { answering: await this.duty.answering(brandId) });
      });
  }

  private watch(brandId: string): void {
    if (!this.told.has(brandId)) this.told.set(brandId, nothing);
  }

  private refresh(brandId: string): void {
    if (!this.told.has(brandId)) return;
    this.gathered.run(brandId, async () => {
      const agents = await this.duty.colleagues(brandId);
      const [before, now] = [this.told.get(brandId) ?? nothing, toldOf(agents)];
      this.told.set(brandId, now);
      const { agents: desks, consumers } = this.audience;
      if (before.agents !== now.agents)
        desks.local.to(brandRoom(brandId)).emit('duty:changed', { agents: [...agents] });
      if (before === nothing || (before.on === '') !== (now.on === ''))
        consumers.local.to(visitorsRoom(brandId)).emit('duty:changed', { answering: now.on !== '' });
    });
  }

  private async look(): Promise<void> {
    const everywhere = await this.duty.everywhere();
    for (const [brandId, { on }] of this.told)
      if (!this.hears(brandId)) this.told.delete(brandId);
      else if (on !== onDuty(everywhere.get(brandId) ?? [])) this.refresh(brandId);
  }

  private hears(brandId: string): boolean {
    return this.audience.hears(brandRoom(brandId)) || this.audience.hears(visitorsRoom(brandId));
  }
}
