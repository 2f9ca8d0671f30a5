export { Following } from './following.js';
export { type Carrier, Telemetry } from './telemetry.js';
export { TelemetryModule } from './telemetry.module.js';
