import { expect, test } from 'vitest';
import { Remembered } from './remembered.js';

function world() {
  let now = 0;
  let reads = 0;
  const remembered = new Remembered<number>(() => now);
  const read = async () => {
    reads += 1;
    return reads;
  };
  return { remembered, read, reads: () => reads, pass: (ms: number) => (now += ms) };
}

test('what was read a moment ago is not read again, and what was read longer ago is', async () => {
  const { remembered, read, pass } = world();
  expect(await remembered.get('a', read)).toBe(1);
  pass(999);
  expect(await remembered.get('a', read)).toBe(1);
  pass(1);
  expect(await remembered.get('a', read)).toBe(2);
});

test('many who ask at once share one reading', async () => {
  const { remembered, read, reads } = world();
  await Promise.all([remembered.get('a', read), remembered.get('a', read)]);
  expect(reads()).toBe(1);
});

test('what is not there, or could not be read, is asked for again', async () => {
  const { remembered, read } = world();
  expect(await remembered.get('a', async () => undefined)).toBeUndefined();
  await expect(remembered.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await remembered.get('a', read)).toBe(1);
});

test('what was written is forgotten at once', async () => {
  const { remembered, read } = world();
  await remembered.get('a', read);
  remembered.forget();
  expect(await remembered.get('a', read)).toBe(2);
});
