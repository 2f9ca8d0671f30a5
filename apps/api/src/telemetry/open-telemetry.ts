import { resourceFromAttributes } from '@opentelemetry/resources';
import type { Log } from '../common/log.js';
import type { Config } from '../config/env.js';
import { PrometheusMetering } from './metering.js';
import { SpansClient } from './spans.client.js';
import { Telemetry } from './telemetry.js';
import { OpenTelemetryTracing } from './tracing.js';

export type Wanted = Pick<
  Config,
  | 'OTEL_EXPORTER_OTLP_ENDPOINT'
  | 'OTEL_SERVICE_NAME'
  | 'OTEL_TRACES_SAMPLER_ARG'
  | 'METRICS_PORT'
  | 'METRICS_HOST'
  | 'PROCESS_NAME'
>;

/** What is configured, running. */
export async function openTelemetry(config: Wanted, log: Log): Promise<Telemetry> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, METRICS_PORT: port, METRICS_HOST: host } = config;
  const resource = resourceFromAttributes({
    'service.name': config.OTEL_SERVICE_NAME,
    'service.instance.id': config.PROCESS_NAME,
  });
  const share = config.OTEL_TRACES_SAMPLER_ARG;
  const exporter = endpoint === undefined ? undefined : new SpansClient(endpoint, log);
  const tracing = exporter && new OpenTelemetryTracing({ exporter, resource, share });
  const metering = port === undefined ? undefined : new PrometheusMetering({ host, port, resource });
  await metering?.open();
  return new Telemetry(tracing, metering);
}
