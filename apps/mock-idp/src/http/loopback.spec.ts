import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { fromThisMachine } from './loopback.js';

const from = (remoteAddress: string, host: string) =>
  fromThisMachine({ socket: { remoteAddress }, headers: { host } } as IncomingMessage);

test.each([
  ['127.0.0.1', 'localhost:4000'],
  ['::1', '[::1]:4000'],
  ['::ffff:127.0.0.1', '127.0.0.1'],
  ['127.0.0.1', 'idp.localhost:4000'],
])('%s at %s is this machine', (address, host) => expect(from(address, host)).toBe(true));

test.each([
  ['192.168.1.7', 'localhost:4000'],
  ['127.0.0.1', 'evil.example:4000'],
  ['127.0.0.1', 'localhost.evil.example'],
  ['127.0.0.1', '127.0.0.1.evil.example'],
  ['::ffff:10.0.0.1', 'localhost'],
])('%s at %s is not', (address, host) => expect(from(address, host)).toBe(false));

test.each([
  ['127.0.0.1', true],
  ['203.0.113.9, ::1', true],
  ['127.0.0.1, 203.0.113.9', false],
  ['', false],
])('through a proxy that has seen %j, it is this machine: %s', (seen, here) => {
  const headers = { host: 'idp.localhost:8443', 'x-forwarded-for': seen };
  const request = { socket: { remoteAddress: '127.0.0.1' }, headers } as unknown as IncomingMessage;
  expect(fromThisMachine(request)).toBe(here);
});
