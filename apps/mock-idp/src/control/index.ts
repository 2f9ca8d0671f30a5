export { ControlRefused } from './call.js';
export { connectMockIdp, type MockIdp } from './connect.js';
export type * from './shapes.js';
