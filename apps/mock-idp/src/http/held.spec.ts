import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { type Answer, hold, release } from './held.js';

async function through(handler: RequestListener, bend = (answer: Answer) => answer): Promise<Response> {
  const server = createServer(async (req, res) => {
    const held = hold(req);
    handler(req, held.res as never);
    release(res, bend(await held.answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const text = await response.clone().text();
  server.close();
  return new Response(text, { status: response.status, headers: response.headers });
}

test('an answer arrives as it was written, piece by piece', async () => {
  const response = await through((_req, res) => {
    res.writeHead(201, { 'X-Kind': 'held', 'set-cookie': ['a=1', 'b=2'] });
    res.write('one ');
    res.end('two');
  });
  expect(response.status).toBe(201);
  expect(response.headers.get('x-kind')).toBe('held');
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(await response.text()).toBe('one two');
});

test('an answer can be another before anybody has seen it', async () => {
  const response = await through(
    (_req, res) => res.end('honest'),
    (answer) => ({ ...answer, status: 503, body: Buffer.from('bent') }),
  );
  expect([response.status, await response.text()]).toEqual([503, 'bent']);
});
