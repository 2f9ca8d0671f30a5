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
