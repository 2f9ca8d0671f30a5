import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import type { SpanExporter } from '@opentelemetry/sdk-trace';
import type { Log } from '../common/log.js';

/** Hands spans to the operator's collector, by OTLP over HTTP. Says once that it is not there, and once that it is again. */
export class SpansClient implements SpanExporter {
  private readonly exporter: OTLPTraceExporter;
  private isTaken = true;

  constructor(
    endpoint: string,
    private readonly log: Pick<Log, 'info' | 'warn'>,
  ) {
    this.exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  }

  export(...[spans, done]: Parameters<SpanExporter['export']>): void {
    this.exporter.export(spans, (result) => {
      // OpenTelemetry's ExportResultCode: 0 is success.
      this.tell(result.code === 0);
      done(result);
    });
  }

  shutdown(): Promise<void> {
    return this.exporter.shutdown();
  }

  private tell(isTaken: boolean): void {
    if (isTaken === this.isTaken) return;
    this.isTaken = isTaken;
    if (isTaken) this.log.info('traces are taken again');
    else this.log.warn('the collector does not take traces: they are dropped');
  }
}
