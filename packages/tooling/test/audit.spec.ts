import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit } from '../src/run/audit.js';
import type { Service } from '../src/run/service.js';

let server: Server;
let service: Service;
const asked: string[] = [];
const hash = 'a'.repeat(64);
const whole = { whole: true, head: { number: 12, hash } };

beforeAll(async () => {
  server = createServer(({ method, url }, response) => {
    asked.push(`${method} ${url}`);
    const view = url?.includes('juniper') ? { whole: false, number: 4, why: 'changed' } : whole;
    response.end(JSON.stringify(view));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  service = { apiUrl: `http://127.0.0.1:${port}`, operatorKey: 'op' };
});
afterAll(() => server.close());

test('the log of each brand is verified, and what is printed can be given back to be reached again', async () => {
  const lines: string[] = [];
  const out = (line: string) => void lines.push(line);
  expect(await audit(['verify', 'larkspur'], service, out)).toBe(0);
  expect(lines).toEqual([`larkspur  whole: 12 entries  larkspur@12:${hash}`]);
  expect(await audit(['verify', `larkspur@12:${hash}`, 'juniper'], service, out)).toBe(1);
  expect(lines.at(-1)).toBe('juniper  broken: entry 4 was changed after it was written');
  expect(asked).toContain(`GET /v1/operator/brands/larkspur/audit?number=12&hash=${hash}`);
});

test('what is not understood is told with what is', async () => {
  await expect(audit([], service)).rejects.toThrow('npm run audit -- verify BRAND');
  await expect(audit(['verify', 'larkspur@12'], service)).rejects.toThrow('NUMBER:HASH');
});
