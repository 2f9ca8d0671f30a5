import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { mustBeFree } from '../src/house/ports.js';

const listening = () =>
  new Promise<{ port: number; close: () => void }>((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address ? address.port : 0,
        close: () => server.close(),
      });
    });
  });

test('a port in use is named with the process that holds it', async () => {
  const { port, close } = await listening();
  await expect(mustBeFree(new Map([['api', port]]))).rejects.toThrow(`(pid ${process.pid})`);
  close();
  await expect(mustBeFree(new Map([['api', port]]))).resolves.toBeUndefined();
});
