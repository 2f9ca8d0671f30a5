import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPool, type Embedded, startEmbedded } from '../dist/index.js';
import { type Site, site } from './postgres.js';

let place: Site;
let server: Embedded;
beforeAll(async () => {
  place = await site();
  server = await startEmbedded(place.options);
});
afterAll(() => place.clear());

/** A network that can lose the connections it has without a word; those made afterwards get through. */
async function network(url: string) {
  const to = Number(new URL(url).port);
  const open = new Set<Socket>();
  const relay = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => undefined);
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  const through = new URL(url);
  through.port = String((relay.address() as AddressInfo).port);
  return {
    url: through.href,
    loseThem() {
      for (const socket of open) socket.unpipe().pause();
    },
    close() {
      relay.close();
      for (const socket of open) socket.destroy();
    },
  };
}

test('a connection that died without a word is given up, and the next question is answered by another', async () => {
  const line = await network(server.url);
  const pool = createPool(line.url, 1, { connection: 10_000, answer: 2_000 });
  try {
    await pool.query('SELECT 1');
    line.loseThem();
    await expect(pool.query('SELECT 2')).rejects.toThrow('timeout');
    expect((await pool.query('SELECT 3 AS answer')).rows).toEqual([{ answer: 3 }]);
  } finally {
    line.close();
    await pool.end();
  }
});
