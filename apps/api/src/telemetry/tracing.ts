import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  type Link,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { Resource } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  type SpanExporter,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { errorCodeOf } from '../common/error-code.js';
import { readCarrier, writeCarrier } from './carrier.js';
import type { Attributes, SpanName } from './catalogue.js';
import type { Carrier, Origin, Tracing } from './telemetry.js';

const SEND_EVERY_MS = 1_000;
/** What does not fit is dropped: a collector that is slow must not fill the memory. */
const MOST_WAITING = 8_192;

const kinds: Partial<Record<SpanName, SpanKind>> = {
  'proof judged': SpanKind.SERVER,
  'message received': SpanKind.SERVER,
  'message told': SpanKind.PRODUCER,
  'message heard': SpanKind.CONSUMER,
};

export type TracingOptions = {
  readonly exporter: SpanExporter;
  readonly resource: Resource;
  /** Which part of the traces is recorded, of 1. */
  readonly share: number;
};

/** Spans of OpenTelemetry, made by hand where it matters. Nothing of it is global: two services in one process are two. */
export class OpenTelemetryTracing implements Tracing {
  private readonly places = new AsyncLocalStorage<Context>();
  private readonly provider: TracerProvider;
  private readonly tracer: Tracer;

  constructor({ exporter, resource, share }: TracingOptions) {
    const ours = new TraceIdRatioBasedSampler(share);
    this.provider = new TracerProvider({
      resource,
      // What a page says of recording is not believed: anybody may be a page.
      sampler: new ParentBasedSampler({
        root: ours,
        remoteParentSampled: ours,
        remoteParentNotSampled: ours,
      }),
      spanProcessors: [
        new BatchSpanProcessor({ exporter, scheduledDelayMillis: SEND_EVERY_MS, maxQueueSize: MOST_WAITING }),
      ],
    });
    this.tracer = this.provider.getTracer('countersign');
  }

  span<Result>(
    name: SpanName,
    attributes: Attributes,
    work: () => Promise<Result>,
    origin: Origin,
  ): Promise<Result> {
    const context = this.contextOf(origin);
    const span = this.start(name, attributes, origin, context);
    return this.places.run(trace.setSpan(context, span), async () => {
      try {
        return await work();
      } catch (error) {
        fail(span, error);
        throw error;
      } finally {
        span.end();
      }
    });
  }

  mark(name: SpanName, attributes: Attributes, origin: Origin): Carrier | undefined {
    const span = this.start(name, attributes, origin, this.contextOf(origin));
    span.end();
    return carrierOf(span);
  }

  add(attributes: Attributes): void {
    this.active?.setAttributes(named(attributes));
  }

  carry(): Carrier | undefined {
    return this.active && carrierOf(this.active);
  }

  async stop(): Promise<void> {
    await this.provider.shutdown();
  }

  private get active(): Span | undefined {
    const context = this.places.getStore();
    return context && trace.getSpan(context);
  }

  private start(name: SpanName, attributes: Attributes, origin: Origin, context: Context): Span {
    const { links = [], since } = origin;
    const options = {
      kind: kinds[name] ?? SpanKind.INTERNAL,
      attributes: named(attributes),
      links: links.flatMap(linkTo),
      ...(since === undefined ? {} : { startTime: since }),
    };
    return this.tracer.startSpan(name, options, context);
  }

  private contextOf({ from, page, root }: Origin): Context {
    if (root === true) return ROOT_CONTEXT;
    const remote = from ?? page;
    if (remote === undefined) return this.places.getStore() ?? ROOT_CONTEXT;
    const read = readCarrier(remote);
    if (!read) return this.places.getStore() ?? ROOT_CONTEXT;
    // Ours is of what is recorded, and so is what goes on from it.
    return trace.setSpanContext(ROOT_CONTEXT, { ...read, isRemote: from === undefined });
  }
}

const named = (attributes: Attributes): Record<string, string | number> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`countersign.${name}`, value]));

function carrierOf(span: Span): Carrier | undefined {
  const context = span.spanContext();
  return context.traceFlags & TraceFlags.SAMPLED ? writeCarrier(context) : undefined;
}

function linkTo(carrier: Carrier): Link[] {
  const context = readCarrier(carrier);
  return context ? [{ context }] : [];
}

/** By its code: what an error says may quote what somebody wrote. */
function fail(span: Span, error: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR });
  const code = errorCodeOf(error);
  if (code !== undefined) span.setAttribute('countersign.reason', code);
}
