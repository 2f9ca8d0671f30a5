import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { mayCome } from './https-only.js';

const rules = { loopback: false, PUBLIC_URL: 'https://chat.example', TRUSTED_PROXIES: 1 };
const from = (proto: string | undefined, remoteAddress = '10.0.0.2') =>
  ({
    socket: { remoteAddress },
    headers: proto === undefined ? {} : { 'x-forwarded-proto': proto },
  }) as unknown as IncomingMessage;

test.each(['https', 'wss', 'https, http'])('a request a proxy got by %s may come', (proto) =>
  expect(mayCome(from(proto), rules)).toBe(true),
);

test.each([undefined, '', 'http', 'http, https', 'httpsx'])('a request a proxy got by %j may not', (proto) =>
  expect(mayCome(from(proto, '127.0.0.1'), rules)).toBe(false),
);

test('what a request says of itself is nothing where no proxy is trusted', () => {
  expect(mayCome(from('https'), { ...rules, TRUSTED_PROXIES: 0 })).toBe(false);
});

test('a service tried out on this machine by plain http answers this machine alone', () => {
  const here = { ...rules, PUBLIC_URL: 'http://localhost:4100', TRUSTED_PROXIES: 0 };
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
    expect(mayCome(from(undefined, address), here), address).toBe(true);
  for (const address of ['192.168.1.7', '172.17.0.1', '::ffff:10.0.0.1', ''])
    expect(mayCome(from(undefined, address), here), address).toBe(false);
});

test('a demo is not asked', () => expect(mayCome(from(undefined), { ...rules, loopback: true })).toBe(true));
