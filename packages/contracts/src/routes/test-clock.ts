import * as testClock from '../http/test-clock.js';
import type { Route } from './route.js';

/** Where the service was started with the test clock; elsewhere these are not there. */
export const testClockRoutes = {
  readTestClock: {
    method: 'GET',
    path: '/v1/operator/test-clock',
    summary: 'Where the test clock stands',
    caller: 'operator',
    answer: testClock.testClockView,
    status: 200,
  },
  moveTestClock: {
    method: 'PUT',
    path: '/v1/operator/test-clock',
    summary: 'Move, freeze or reset the test clock',
    caller: 'operator',
    body: testClock.moveTestClock,
    answer: testClock.testClockView,
    status: 200,
  },
} as const satisfies Record<string, Route>;
