import { setTimeout as pause } from 'node:timers/promises';
import type {
  Attributes,
  CounterName,
  GaugeName,
  HistogramName,
  Labels,
  Reading,
  SpanName,
} from './catalogue.js';

/** Where in a trace something happened, as `traceparent` writes it. Only of what is recorded. */
export type Carrier = string;

export type Origin = {
  /** What it goes on from, in this process or as another process of ours said. */
  readonly from?: Carrier | undefined;
  /** What a page says it goes on from. It may say where, and never that it is to be recorded. */
  readonly page?: string | undefined;
  /** It goes on from nothing, wherever we are: what led to it is linked. */
  readonly root?: boolean;
  /** What else led to it. */
  readonly links?: readonly Carrier[];
  /** When it began, in milliseconds since 1970; without it: now. */
  readonly since?: number;
};

export interface Tracing {
  span<Result>(
    name: SpanName,
    attributes: Attributes,
    work: () => Promise<Result>,
    origin: Origin,
  ): Promise<Result>;
  mark(name: SpanName, attributes: Attributes, origin: Origin): Carrier | undefined;
  add(attributes: Attributes): void;
  carry(): Carrier | undefined;
  stop(): Promise<void>;
}

export type Read = () => readonly Reading[] | Promise<readonly Reading[]>;

export interface Metering {
  count(name: CounterName, labels: Labels, by: number): void;
  observe(name: HistogramName, value: number, labels: Labels): void;
  watch(name: GaugeName, read: Read): void;
  stop(): Promise<void>;
}

/** Lines, and sessions, of which it is remembered where in a trace they stand; the one noted longest ago goes first. */
const FOLLOWED = 10_000;
const STOP_WITHIN_MS = 2_000;
const NOTHING = {};

/**
 * What can be seen of the service from outside: traces and figures, each off unless it is configured. Off, a call costs one
 * branch.
 */
export class Telemetry {
  private readonly places = new Map<string, Carrier>();

  constructor(
    private readonly tracing?: Tracing,
    private readonly metering?: Metering,
  ) {}

  get isOn(): boolean {
    return this.tracing !== undefined || this.metering !== undefined;
  }

  /** Whether spans are made at all: to be asked before anything is put together for one. */
  get traces(): boolean {
    return this.tracing !== undefined;
  }

  /** Whether figures are kept. */
  get measures(): boolean {
    return this.metering !== undefined;
  }

  /** The work, and what it took. What is spanned within it goes on from it. */
  span<Result>(
    name: SpanName,
    attributes: Attributes,
    work: () => Promise<Result>,
    origin: Origin = NOTHING,
  ): Promise<Result> {
    return this.tracing ? this.tracing.span(name, attributes, work, origin) : work();
  }

  /** Something that is over: from `since` until now. */
  mark(name: SpanName, attributes: Attributes, origin: Origin = NOTHING): Carrier | undefined {
    return this.tracing?.mark(name, attributes, origin);
  }

  /** More of the span we are in, once it is known. */
  add(attributes: Attributes): void {
    this.tracing?.add(attributes);
  }

  /** Where we are, for whoever goes on elsewhere or later. */
  carry(): Carrier | undefined {
    return this.tracing?.carry();
  }

  /** Where a line or a session stands, for what happens to it next: another event, or another socket. */
  follow(what: string, carrier: Carrier | undefined): void {
    if (carrier === undefined) return;
    this.places.delete(what);
    this.places.set(what, carrier);
    if (this.places.size > FOLLOWED) this.places.delete(this.places.keys().next().value ?? '');
  }

  followed(what: string): Carrier | undefined {
    return this.tracing && this.places.get(what);
  }

  count(name: CounterName, labels: Labels = NOTHING, by = 1): void {
    this.metering?.count(name, labels, by);
  }

  observe(name: HistogramName, value: number, labels: Labels = NOTHING): void {
    this.metering?.observe(name, value, labels);
  }

  /** A figure that is read when somebody asks for it. */
  watch(name: GaugeName, read: Read): void {
    this.metering?.watch(name, read);
  }

  async onApplicationShutdown(): Promise<void> {
    // What could not be handed over in time is not worth waiting for: a process that is to end ends.
    const stopped = Promise.allSettled([this.tracing?.stop(), this.metering?.stop()]);
    await Promise.race([stopped, pause(STOP_WITHIN_MS, undefined, { ref: false })]);
  }
}
