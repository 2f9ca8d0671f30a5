import { Global, Module } from '@nestjs/common';
import { Log } from '../common/log.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { Following } from './following.js';
import { Telemetry } from './telemetry.js';

const isWanted = ({ OTEL_EXPORTER_OTLP_ENDPOINT, METRICS_PORT }: Config): boolean =>
  OTEL_EXPORTER_OTLP_ENDPOINT !== undefined || METRICS_PORT !== undefined;

const telemetry = {
  provide: Telemetry,
  inject: [CONFIG, Log],
  // Its packages are read when somebody wants them, and not before.
  useFactory: async (config: Config, log: Log) =>
    isWanted(config) ? (await import('./open-telemetry.js')).openTelemetry(config, log) : new Telemetry(),
};

@Global()
@Module({ providers: [telemetry, Following], exports: [Telemetry, Following] })
export class TelemetryModule {}
