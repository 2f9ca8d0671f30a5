import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { freePort, freePortRow, isFree } from './index.js';

test('a port is one that no connection that goes out is given', async () => {
  const chosen = await Promise.all(Array.from({ length: 50 }, freePort));
  for (const port of chosen) {
    expect(port).toBeGreaterThanOrEqual(1_024);
    expect(port).toBeLessThan(32_768);
  }
});

test('a port that somebody listens on is not free, and is again afterwards', async () => {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  expect(await isFree(port)).toBe(false);
  server.close();
  await once(server, 'close');
  expect(await isFree(port)).toBe(true);
});

test('each of a row is free', async () => {
  const first = await freePortRow(5);
  const row = Array.from({ length: 5 }, (_, index) => first + index);
  expect(await Promise.all(row.map(isFree))).toEqual(row.map(() => true));
});
