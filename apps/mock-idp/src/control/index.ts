export { ControlRefused, connectMockIdp, type MockIdp } from './connect.js';
export type * from './shapes.js';
