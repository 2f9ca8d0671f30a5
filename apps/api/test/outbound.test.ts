import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { SystemClock } from '../dist/common/clock.js';
import { readConfig } from '../dist/config/env.js';
import { SystemNetwork } from '../dist/outbound/network.client.js';
import { OutboundClient } from '../dist/outbound/outbound.client.js';
import { environment } from './house/house.js';

let server: Server;
let port: number;
let calls = 0;

beforeAll(async () => {
  server = createServer((_, response) => {
    calls += 1;
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

function client(settings: Record<string, string> = {}): OutboundClient {
  const production = { NODE_ENV: 'production', ...settings };
  return new OutboundClient(
    readConfig({ ...environment(4100, 'postgresql://x'), ...production }),
    new SystemClock(),
    new SystemNetwork(),
  );
}
const get = (outbound: OutboundClient, url: string) => outbound.send({ url, method: 'GET', breaker: url });

test.each([
  'https://127.0.0.1',
  'https://[::1]',
  'https://[::ffff:127.0.0.1]',
  'https://[::ffff:10.0.0.1]',
  'https://10.0.0.1',
  'https://172.16.0.1',
  'https://192.168.1.1',
  'https://169.254.169.254',
  'https://100.64.0.1',
  'https://0.0.0.0',
  'https://[fd00::1]',
  'https://[fe80::1]',
  'https://[64:ff9b::7f00:1]',
  'https://[2002:7f00:1::]',
  'https://224.0.0.1',
  'https://255.255.255.255',
  'https://2130706433',
  'https://0x7f.1',
  'https://localhost',
  'https://shop.localhost',
  'http://93.184.216.34',
  'ftp://93.184.216.34',
])('in production %s is never called', async (url) => {
  expect(await get(client(), url)).toEqual({ ok: false, reason: 'address_forbidden' });
});

test('what the operator allows by host and port is called by https, and its neighbour is not', async () => {
  const outbound = client({ OUTBOUND_ALLOW: `localhost:${port}` });
  // Called: what answers there speaks no TLS.
  expect(await get(outbound, `https://localhost:${port}/keys`)).toMatchObject({
    reason: 'provider_unavailable',
  });
  expect(await get(outbound, `https://127.0.0.1:${port}/keys`)).toMatchObject({
    reason: 'address_forbidden',
  });
  expect(await get(outbound, 'https://localhost:1/keys')).toMatchObject({ reason: 'address_forbidden' });
});

test('production calls no provider by plain http, also not where the operator allows the place', async () => {
  const before = calls;
  const allowed = client({ OUTBOUND_ALLOW: `localhost:${port},127.0.0.1:${port}` });
  for (const host of ['localhost', '127.0.0.1'])
    expect(await get(allowed, `http://${host}:${port}/keys`)).toMatchObject({ reason: 'address_forbidden' });
  expect(calls).toBe(before);
});

test('in a demo loopback is called by any of its names, and private addresses are not', async () => {
  const outbound = client({ COUNTERSIGN_DEMO: '1' });
  expect((await get(outbound, `http://127.0.0.1:${port}/`)).ok).toBe(true);
  expect((await get(outbound, `http://idp.localhost:${port}/`)).ok).toBe(true);
  expect(await get(outbound, 'https://10.0.0.1')).toMatchObject({ reason: 'address_forbidden' });
});

test('proxy variables are ignored', async () => {
  vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:9');
  vi.stubEnv('http_proxy', 'http://127.0.0.1:9');
  vi.stubEnv('NODE_USE_ENV_PROXY', '1');
  const before = calls;
  expect((await get(client({ COUNTERSIGN_DEMO: '1' }), `http://127.0.0.1:${port}/`)).ok).toBe(true);
  expect(calls).toBe(before + 1);
  vi.unstubAllEnvs();
});
