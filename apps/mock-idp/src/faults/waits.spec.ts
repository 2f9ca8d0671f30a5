import { expect, test } from 'vitest';
import { Waits } from './waits.js';

const never = new AbortController().signal;

test('a wait takes its time', async () => {
  expect(await new Waits().wait('one', 1, never)).toBe(true);
});

test('a wait ends when its fault is cleared, and no other does', async () => {
  const waits = new Waits();
  const [one, other] = [waits.wait('one', 60_000, never), waits.wait('other', 60_000, never)];
  expect(waits.end('one')).toBe(true);
  expect(await one).toBe(false);
  expect(waits.end('one')).toBe(false);
  waits.endAll();
  expect(await other).toBe(false);
});

test('nobody waits for a reader who has gone', async () => {
  const gone = new AbortController();
  const waiting = new Waits().wait('one', 60_000, gone.signal);
  gone.abort();
  expect(await waiting).toBe(false);
  expect(await new Waits().wait('one', 60_000, gone.signal)).toBe(false);
});
