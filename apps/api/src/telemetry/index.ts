export { type Carrier, lineOf, Telemetry } from './telemetry.js';
export { TelemetryModule } from './telemetry.module.js';
