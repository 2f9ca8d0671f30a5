import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { rotateKeys } from '../src/run/rotate-keys.js';
import type { Service } from '../src/run/service.js';

let server: Server;
let service: Service;
const asked: string[] = [];
const since = '2026-01-02T03:04:05.000Z';
const keys = [{ kid: 'a1', algorithm: 'ECDH-ES', state: 'current', since }];

beforeAll(async () => {
  server = createServer(({ method, url, headers }, response) => {
    asked.push(`${method} ${url} ${headers.authorization}`);
    const known = url?.includes('larkspur');
    response.writeHead(known ? 200 : 404).end(known ? JSON.stringify({ keys }) : 'brand_unknown');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  service = { apiUrl: `http://127.0.0.1:${port}`, operatorKey: 'op' };
});
afterAll(() => server.close());
afterEach(() => void vi.restoreAllMocks());

test('each brand that is named is rotated as the operator, and the life of its keys printed', async () => {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  expect(await rotateKeys(['larkspur'], service)).toBe(0);
  expect(asked).toEqual(['POST /v1/operator/brands/larkspur/encryption-keys/rotate Bearer op']);
  expect(written.mock.calls.join('')).toBe(`larkspur\n  current  ECDH-ES       a1  since ${since}\n`);
});

test('a brand nobody knows is a failure, in the words of the service', async () => {
  await expect(rotateKeys(['nobody'], service)).rejects.toThrow('nobody: 404 brand_unknown');
});

test('rotation is never of every brand by accident', async () => {
  await expect(rotateKeys([], service)).rejects.toThrow('npm run keys:rotate -- BRAND');
});
