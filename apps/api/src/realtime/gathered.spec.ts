import { expect, test } from 'vitest';
import { Gathered } from './gathered.js';

test('asked for again and again while it runs, it runs once more', async () => {
  const gathered = new Gathered(() => undefined);
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  let runs = 0;
  const work = async () => {
    runs += 1;
    if (runs === 1) await promise;
  };
  for (let times = 0; times < 10; times += 1) gathered.run('one', work);
  resolve();
  await new Promise((done) => setImmediate(done));
  expect(runs).toBe(2);
});

test('a failure is told, and the next time it runs again', async () => {
  const failures: unknown[] = [];
  const gathered = new Gathered((error) => failures.push(error));
  gathered.run('one', () => Promise.reject(new Error('no')));
  await new Promise((done) => setImmediate(done));
  let ran = false;
  gathered.run('one', async () => {
    ran = true;
  });
  await new Promise((done) => setImmediate(done));
  expect(failures).toHaveLength(1);
  expect(ran).toBe(true);
});
