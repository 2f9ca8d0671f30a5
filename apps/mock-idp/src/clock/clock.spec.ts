import { expect, test } from 'vitest';
import { Clock } from './clock.js';

const hour = 3600;

test('a clock nobody touched is the machine’s', () => {
  const clock = new Clock();
  expect(clock.ahead).toBe(0);
  expect(clock.state.frozen).toBe(false);
});

test('an advanced clock runs on, ahead by what was said', () => {
  const clock = new Clock();
  clock.advance(2 * hour);
  expect(clock.ahead).toBeGreaterThanOrEqual(2 * hour - 1);
  expect(clock.ahead).toBeLessThanOrEqual(2 * hour);
});

test('a frozen clock stands, moves when told, and stands again', () => {
  const clock = new Clock();
  clock.freeze();
  const stood = clock.now().getTime();
  clock.advance(hour);
  expect(clock.now().getTime()).toBe(stood + hour * 1000);
  clock.move(new Date('2030-01-01T00:00:00Z'));
  expect(clock.state).toMatchObject({ now: '2030-01-01T00:00:00.000Z', frozen: true });
});

test('a thawed clock runs on from where it stood', () => {
  const clock = new Clock();
  clock.freeze();
  clock.move(new Date('2030-01-01T00:00:00Z'));
  clock.thaw();
  expect(clock.state.frozen).toBe(false);
  expect(clock.state.now).toMatch(/^2030-01-01T00:00:0/);
});

test('a reset clock is the machine’s again', () => {
  const clock = new Clock();
  clock.freeze();
  clock.advance(hour);
  clock.reset();
  expect(clock.state).toMatchObject({ frozen: false, aheadSeconds: 0 });
});
