export { demoIssuers, type IssuerPlan } from './issuers.js';
export { brand, google, google2025, makeGoogle, strict } from './profiles/index.js';
export { readConfigFile } from './read-config-file.js';
export { type RunningMockIdp, type StartOptions, startMockIdp } from './start.js';
