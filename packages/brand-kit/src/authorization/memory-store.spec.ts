import { expect, test } from 'vitest';
import { memoryStore } from './memory-store.js';

let clock = new Date('2026-11-28T10:00:00Z');
const pass = (milliseconds: number) => {
  clock = new Date(clock.getTime() + milliseconds);
};
const soon = (milliseconds: number) => new Date(clock.getTime() + milliseconds);
const store = memoryStore(() => clock);

test('a record is there until it expires, and not a moment longer', async () => {
  await store.put('a', { is: 'kept' }, soon(1_000));
  pass(999);
  expect(await store.get('a')).toEqual({ is: 'kept' });
  pass(1);
  expect(await store.get('a')).toBeUndefined();
  expect(await store.use('a')).toBeUndefined();
});

test('of many uses at once exactly one is the first', async () => {
  await store.put('b', {}, soon(1_000));
  const used = await Promise.all(Array.from({ length: 50 }, () => store.use('b')));
  expect(used.filter((one) => one?.before === 0)).toHaveLength(1);
  expect(used.map((one) => one?.before)).toEqual(Array.from({ length: 50 }, (_, at) => at));
});

test('a record that is changed after it was put stays as it was put', async () => {
  const record = { subject: 'ada' };
  await store.put('c', record, soon(1_000));
  record.subject = 'ben';
  expect(await store.get('c')).toEqual({ subject: 'ada' });
});

test('sign-ins that strangers begin and leave never crowd out a code', async () => {
  const small = memoryStore(() => clock, 10);
  await small.put('code:1', { is: 'a code' }, soon(1_000));
  for (let at = 0; at < 100; at += 1) await small.put(`waiting:${at}`, {}, soon(1_000));
  expect(await small.get('code:1')).toEqual({ is: 'a code' });
  expect(await small.get('waiting:90')).toBeUndefined();
  expect(await small.get('waiting:99')).toEqual({});
});
