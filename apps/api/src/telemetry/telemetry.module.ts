import { Global, Module } from '@nestjs/common';
import { Telemetry } from './telemetry.js';

@Global()
@Module({
  providers: [{ provide: Telemetry, useFactory: () => new Telemetry() }],
  exports: [Telemetry],
})
export class TelemetryModule {}
