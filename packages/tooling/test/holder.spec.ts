import { createServer } from 'node:net';
import { freePort } from '@countersign/ports';
import { expect, test } from 'vitest';
import { mustBeFree } from '../src/house/ports.js';

test('a port in use is named with the process that holds it', async () => {
  const port = await freePort();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await expect(mustBeFree(new Map([['api', port]]))).rejects.toThrow(`(pid ${process.pid})`);
  await new Promise((resolve) => server.close(resolve));
  await expect(mustBeFree(new Map([['api', port]]))).resolves.toBeUndefined();
});
