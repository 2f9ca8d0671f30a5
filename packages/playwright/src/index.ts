export { expect } from '@playwright/test';
export { Agent } from './agent.js';
export type { Person, PersonInput } from './clients/stand-in.js';
export { Clock, type Span } from './clock.js';
export { type App, Consumer, type SignIn } from './consumer.js';
export { Fault } from './fault.js';
export { type House, type HouseBrand, type HouseClient, readHouse } from './house.js';
export { type PerTest, type PerWorker, type Settings, test } from './test.js';
