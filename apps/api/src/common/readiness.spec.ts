import { expect, test } from 'vitest';
import { Readiness } from './readiness.js';

const up = { needed: true, isUp: () => true };
const down = { needed: true, isUp: async () => false };

test('with all there is, it is ready', async () => {
  const readiness = new Readiness();
  readiness.part('database', up);
  expect(await readiness.look()).toEqual({ status: 'ready', parts: { database: 'up' } });
});

test('without something it needs it is not ready, without the rest it is degraded', async () => {
  const readiness = new Readiness();
  readiness.part('database', up);
  readiness.part('redis', { ...down, needed: false });
  expect(await readiness.look()).toEqual({ status: 'degraded', parts: { database: 'up', redis: 'down' } });
  readiness.part('notices', down);
  expect((await readiness.look()).status).toBe('unready');
});

test('a part that fails to say is down', async () => {
  const readiness = new Readiness();
  readiness.part('database', { needed: true, isUp: () => Promise.reject(new Error('gone')) });
  readiness.part('schema', {
    needed: true,
    isUp: () => {
      throw new Error('gone');
    },
  });
  expect((await readiness.look()).parts).toEqual({ database: 'down', schema: 'down' });
});

test('on its way out it takes nobody in, whatever is up', async () => {
  const readiness = new Readiness();
  readiness.part('database', up);
  readiness.drain();
  expect(await readiness.look()).toEqual({ status: 'draining', parts: { database: 'up' } });
});

test('many who ask at once are answered by one look', async () => {
  const readiness = new Readiness();
  let looks = 0;
  readiness.part('database', { needed: true, isUp: () => ++looks > 0 });
  await Promise.all(Array.from({ length: 100 }, () => readiness.look()));
  expect(looks).toBe(1);
});
