import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Events } from '../common/events.js';
import { type Carrier, type Origin, Telemetry } from './telemetry.js';

/** A line, as it is called: never what it says. */
export type Line = {
  readonly conversation: string;
  readonly number: number;
  readonly from: 'consumer' | 'agent' | 'system';
  /** When it was stored. */
  readonly at: string;
};

/** Who waits for a line to be stored together with others, and where that stands in a trace. */
export type Waiter = { readonly place: Carrier | undefined };

const lineOf = ({ conversation, number }: Pick<Line, 'conversation' | 'number'>): string =>
  `line ${conversation} ${number}`;
const sessionOf = (session: string): string => `session ${session}`;

/**
 * One message, from the click to the screen: each step is a span that goes on from the one before, whichever process it
 * happens in. What nobody records costs a branch.
 */
@Injectable()
export class Following {
  constructor(
    private readonly telemetry: Telemetry,
    private readonly clock: Clock,
    events: Events,
  ) {
    events.on('session.opened', ({ consumerId }) =>
      telemetry.count('sessions_opened', { assurance: consumerId === null ? 'anonymous' : 'verified' }),
    );
  }

  /** A session began here: what is said in it later is linked with it. */
  opened(session: string): void {
    this.telemetry.follow(sessionOf(session), this.telemetry.carry());
  }

  /** A message came in, and is answered. `page`: where its page says the click stands. */
  received<Reply extends { ok: boolean }>(
    from: 'consumer' | 'agent',
    session: string,
    input: unknown,
    work: () => Promise<Reply>,
  ): Promise<Reply> {
    const { telemetry } = this;
    if (!telemetry.isOn) return work();
    const opened = telemetry.followed(sessionOf(session));
    const page = (input as { traceparent?: unknown } | null | undefined)?.traceparent;
    const origin: Origin = {
      links: opened === undefined ? [] : [opened],
      ...(typeof page === 'string' ? { page } : {}),
    };
    return telemetry.span('message received', { from, session }, () => this.answered(from, work), origin);
  }

  /** Where we are, for whoever waits. */
  place(): Carrier | undefined {
    return this.telemetry.carry();
  }

  /** Lines that were stored by one commit, each for its waiter. To be told before the lines themselves are. */
  batch(
    brand: string,
    waiters: readonly Waiter[],
    lines: readonly (Line | undefined)[],
    since: number,
  ): void {
    const { telemetry } = this;
    if (!telemetry.isOn) return;
    telemetry.observe('batch_lines', waiters.length);
    for (const line of lines) if (line) telemetry.count('messages_stored', { from: line.from });
    const links = waiters.flatMap(({ place }, at) => (place !== undefined && lines[at] ? [place] : []));
    if (links.length === 0) return;
    const about = { brand, lines: waiters.length };
    const batch = telemetry.mark('batch stored', about, { root: true, links, since });
    for (const [at, { place }] of waiters.entries()) {
      const line = lines[at];
      if (place === undefined || !line) continue;
      const { conversation, number } = line;
      const origin = { from: place, since, links: batch === undefined ? [] : [batch] };
      telemetry.follow(lineOf(line), telemetry.mark('message stored', { conversation, number }, origin));
    }
  }

  /** A line that was stored by a transaction of its own. */
  stored(line: Line): void {
    this.telemetry.count('messages_stored', { from: line.from });
    const { conversation, number } = line;
    if (this.telemetry.carry() === undefined) return;
    this.telemetry.follow(lineOf(line), this.telemetry.mark('message stored', { conversation, number }));
  }

  /** Other processes are told of it: what they are told to go on from. */
  told(line: Pick<Line, 'conversation' | 'number'>): Carrier | undefined {
    if (!this.telemetry.traces) return undefined;
    return this.next('message told', line, false);
  }

  /** Another process told of it. What this one stored it knows already. */
  heard(line: Pick<Line, 'conversation' | 'number'>, from: Carrier | undefined): void {
    const { telemetry } = this;
    if (from === undefined || telemetry.followed(lineOf(line)) !== undefined) return;
    const { conversation, number } = line;
    telemetry.follow(lineOf(line), telemetry.mark('message heard', { conversation, number }, { from }));
  }

  /** It was handed to so many sockets here. */
  delivered(line: Line, kind: 'memory' | 'log', sockets: () => { consumers: number; agents: number }): void {
    const { telemetry } = this;
    if (telemetry.measures) {
      const took = this.clock.now().getTime() - Date.parse(line.at);
      telemetry.observe('message_delivery', Math.max(0, took) / 1_000, { kind });
    }
    if (telemetry.traces) this.next('message delivered', line, true, sockets());
  }

  /** The other side's client has it on its screen. */
  shown(line: Pick<Line, 'conversation' | 'number'>): void {
    if (this.telemetry.traces) this.next('message shown', line, true);
  }

  private async answered<Reply extends { ok: boolean }>(
    from: 'consumer' | 'agent',
    work: () => Promise<Reply>,
  ): Promise<Reply> {
    const begun = performance.now();
    const reply = await work();
    const outcome = reply.ok ? 'stored' : 'refused';
    this.telemetry.observe('message_ack', (performance.now() - begun) / 1_000, { from, outcome });
    this.telemetry.add({ outcome });
    return reply;
  }

  /** The next step of a line that is followed. */
  private next(
    name: 'message told' | 'message delivered' | 'message shown',
    line: Pick<Line, 'conversation' | 'number'>,
    goesOn: boolean,
    more: { consumers?: number; agents?: number } = {},
  ): Carrier | undefined {
    const from = this.telemetry.followed(lineOf(line));
    if (from === undefined) return undefined;
    const { conversation, number } = line;
    const carrier = this.telemetry.mark(name, { conversation, number, ...more }, { from });
    if (goesOn) this.telemetry.follow(lineOf(line), carrier);
    return carrier;
  }
}
