import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SpansClient } from './spans.client.js';

let isThere = true;
const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => response.writeHead(isThere ? 200 : 400).end('{}'));
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));

test('a collector that takes nothing is told of once, and once when it takes again', async () => {
  const told: unknown[] = [];
  const log = { info: (line: unknown) => told.push(line), warn: (line: unknown) => told.push(line) };
  const client = new SpansClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, log as never);
  const handOver = (is: boolean) => {
    isThere = is;
    return new Promise<void>((resolve) => client.export([], () => resolve()));
  };
  for (const is of [true, false, false, true, true]) await handOver(is);
  await client.shutdown();
  expect(told).toEqual(['the collector does not take traces: they are dropped', 'traces are taken again']);
});
