import type { Counter, Histogram, Meter } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import type { Resource } from '@opentelemetry/resources';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import {
  type CounterName,
  counters,
  type Figure,
  type GaugeName,
  gauges,
  type HistogramName,
  histograms,
  type Labels,
} from './catalogue.js';
import { watchProcess } from './process-figures.js';
import type { Metering, Read } from './telemetry.js';

export type MeteringOptions = {
  readonly host: string;
  readonly port: number;
  readonly resource: Resource;
};

/** Figures, read by Prometheus at a port of their own. */
export class PrometheusMetering implements Metering {
  private readonly exporter: PrometheusExporter;
  private readonly provider: MeterProvider;
  private readonly meter: Meter;
  private readonly counters = new Map<CounterName, Counter>();
  private readonly histograms = new Map<HistogramName, Histogram>();

  constructor({ host, port, resource }: MeteringOptions) {
    this.exporter = new PrometheusExporter({ host, port, withoutScopeInfo: true, preventServerStart: true });
    this.provider = new MeterProvider({ resource, readers: [this.exporter] });
    this.meter = this.provider.getMeter('countersign');
    for (const [name, figure] of entries(counters))
      this.counters.set(name, this.meter.createCounter(nameOf(name, figure), { description: figure.help }));
    for (const [name, figure] of entries(histograms))
      this.histograms.set(name, this.meter.createHistogram(nameOf(name, figure), optionsOf(figure)));
    watchProcess(this.meter);
  }

  /** @throws in words, when the port is taken */
  async open(): Promise<void> {
    try {
      await this.exporter.startServer();
    } catch (cause) {
      const why =
        'Nothing can listen at METRICS_PORT of METRICS_HOST: set another, or stop what listens there.';
      throw new Error(why, { cause });
    }
  }

  count(name: CounterName, labels: Labels, by: number): void {
    this.counters.get(name)?.add(by, labels);
  }

  observe(name: HistogramName, value: number, labels: Labels): void {
    this.histograms.get(name)?.record(value, labels);
  }

  watch(name: GaugeName, read: Read): void {
    const figure: Figure = gauges[name];
    const gauge = this.meter.createObservableGauge(nameOf(name, figure), { description: figure.help });
    gauge.addCallback(async (result) => {
      for (const { value, labels } of await read()) result.observe(value, labels);
    });
  }

  async stop(): Promise<void> {
    await this.provider.shutdown();
  }
}

const entries = <Name extends string>(figures: Record<Name, Figure>) =>
  Object.entries(figures) as [Name, Figure][];

/** With its unit, written out, as Prometheus names figures. */
const nameOf = (name: string, { unit }: Figure): string =>
  `countersign_${name}${unit === undefined ? '' : `_${unit}`}`;

const optionsOf = ({ help, buckets }: Figure) => ({
  description: help,
  ...(buckets ? { advice: { explicitBucketBoundaries: [...buckets] } } : {}),
});
