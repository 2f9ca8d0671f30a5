import { expect, test } from 'vitest';
import { Turns } from './turns.js';

test('work under one name is done in the order it came, one at a time', async () => {
  const turns = new Turns();
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} begins`);
    await Promise.resolve();
    seen.push(`${name} ends`);
  };
  await Promise.all(['one', 'two', 'three'].map((name) => turns.run('same', work(name))));
  expect(seen).toEqual(['one begins', 'one ends', 'two begins', 'two ends', 'three begins', 'three ends']);
});

test('what fails is told to whoever asked, and the next goes on', async () => {
  const turns = new Turns();
  const failing = turns.run('same', () => Promise.reject(new Error('no')));
  const next = turns.run('same', () => Promise.resolve('yes'));
  await expect(failing).rejects.toThrow('no');
  await expect(next).resolves.toBe('yes');
});

test('another name does not wait', async () => {
  const turns = new Turns();
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  const held = turns.run('held', () => promise);
  await expect(turns.run('free', () => Promise.resolve('done'))).resolves.toBe('done');
  resolve();
  await held;
});

test('how much waits is known, and nothing is remembered of what is done', async () => {
  const turns = new Turns();
  const all = [1, 2, 3].map(() => turns.run('same', () => Promise.resolve()));
  expect(turns.waiting('same')).toBe(3);
  expect(turns.waiting('other')).toBe(0);
  await Promise.all(all);
  await turns.run('other', () => Promise.resolve());
  expect(turns.waiting('same')).toBe(0);
});
