import { Injectable } from '@nestjs/common';
import { Readiness } from '../common/readiness.js';
import { Telemetry } from '../telemetry/index.js';

/** What /health/ready says, as figures. */
@Injectable()
export class HealthFigures {
  constructor(readiness: Readiness, telemetry: Telemetry) {
    telemetry.watch('ready', async () => {
      const { status } = await readiness.look();
      return [{ value: status === 'ready' || status === 'degraded' ? 1 : 0 }];
    });
    telemetry.watch('part_up', async () => {
      const { parts } = await readiness.look();
      return Object.entries(parts).map(([part, state]) => ({
        value: state === 'up' ? 1 : 0,
        labels: { part },
      }));
    });
  }
}
