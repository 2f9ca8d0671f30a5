export { demoIssuers, type IssuerPlan } from './issuers.js';
export { brand, google } from './profiles/index.js';
export { type RunningMockIdp, type StartOptions, startMockIdp } from './start.js';
