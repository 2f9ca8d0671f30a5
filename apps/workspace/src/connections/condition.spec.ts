import type { ConnectionHealth } from '@countersign/contracts';
import { expect, test } from 'vitest';
import { condition } from './condition';

const latest = (outcome: 'verified' | 'rejected') => ({ outcome }) as ConnectionHealth['latest'];
const health = (
  hour: Partial<ConnectionHealth['hour']>,
  last: ConnectionHealth['latest'] = latest('verified'),
) => ({
  latest: last,
  hour: { verified: 0, declined: 0, rejected: 0, ...hour },
  today: { rejected: 0, dropped: 0 },
});

test('a connection that only refuses is broken, one that sometimes does is not', () => {
  expect(condition(health({}, null))).toBe('silent');
  expect(condition(health({ rejected: 2 }))).toBe('broken');
  expect(condition(health({ rejected: 2, verified: 1 }))).toBe('mixed');
  expect(condition(health({ verified: 1 }))).toBe('well');
  expect(condition(health({}, latest('rejected')))).toBe('mixed');
});
