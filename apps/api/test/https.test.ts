import type { AddressInfo } from 'node:net';
import { io, type ManagerOptions, type SocketOptions } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from './house/house.js';

const PUBLIC_URL = 'https://chat.acme.example';
let house: House;
let behind: string;

beforeAll(async () => {
  house = await openHouse({
    NODE_ENV: 'production',
    PUBLIC_URL,
    WORKSPACE_URL: 'https://desk.acme.example',
    TRUSTED_PROXIES: '1',
  });
  behind = `http://127.0.0.1:${(house.app.getHttpServer().address() as AddressInfo).port}`;
});
afterAll(() => house.close());

const asked = (path: string, proto?: string) =>
  fetch(`${behind}${path}`, proto === undefined ? {} : { headers: { 'x-forwarded-proto': proto } });

test('production refuses what came by plain http, in words that say what to do', async () => {
  for (const path of ['/widget.js', '/v1/brands/larkspur/jwks', '/docs', '/nowhere'])
    for (const proto of [undefined, 'http']) {
      const response = await asked(path, proto);
      expect(response.status, path).toBe(403);
      expect(response.headers.get('strict-transport-security')).toBeNull();
      const problem = (await response.json()) as { code: string; detail: string };
      expect(problem.code).toBe('https_required');
      expect(problem.detail).toContain(PUBLIC_URL);
    }
});

test('what came by https is answered, and the browser is told to come so for a year', async () => {
  const response = await asked('/widget.js', 'https');
  expect(response.status).toBe(200);
  expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000');
});

test('whoever watches over the process asks it without the proxy', async () => {
  for (const path of ['/health/live', '/health/ready']) expect((await asked(path)).status, path).toBe(200);
});

test('a socket by plain http is not opened, and one by https is asked who it is', async () => {
  const reason = (options: Partial<ManagerOptions & SocketOptions>) =>
    new Promise<string>((resolve) => {
      const socket = io(`${behind}/consumer`, { transports: ['websocket'], reconnection: false, ...options });
      socket.once('connect_error', (error) => {
        resolve(error.message);
        socket.disconnect();
      });
    });
  expect(await reason({})).toBe('websocket error');
  expect(await reason({ extraHeaders: { 'x-forwarded-proto': 'https' } })).not.toBe('websocket error');
});
