import { expect, test } from 'vitest';
import { mayCall } from './addresses.js';

const production = { loopback: false, allow: [] };

test.each(['8.8.8.8', '172.32.0.1', '2001:4860:4860::8888', '::ffff:8.8.8.8'])(
  '%s may be called',
  (address) => {
    expect(mayCall(address, production)).toBe(true);
  },
);

test.each([
  ...[
    '127.0.0.1',
    '127.255.0.1',
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
  ],
  ...['100.64.0.1', '192.0.0.170', '192.0.2.1', '198.18.0.1', '203.0.113.1', '224.0.0.1', '240.0.0.1'],
  ...[
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:169.254.169.254',
    '::127.0.0.1',
    '::10.0.0.1',
  ],
  ...[
    '::7f00:1',
    '::808:808',
    '::2',
    '::1:0:0:0',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '64:ff9c::1',
    '100::1',
    '1fff::1',
  ],
  ...['2001::1', '2001:db8::1', '2002:7f00:1::', '3fff::1', '4000::1', 'fc00::1', 'fd00::1', 'fe00::1'],
  ...['fe80::1', 'fe80::1%lo', 'fec0::1', 'ff02::1'],
])('%s may not be called', (address) => expect(mayCall(address, production)).toBe(false));

test('loopback may be called where that is allowed, and nothing else that is private', () => {
  const demo = { ...production, loopback: true };
  for (const address of ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'])
    expect(mayCall(address, demo), address).toBe(true);
  for (const address of ['0.0.0.0', '10.0.0.1', 'fd00::1'])
    expect(mayCall(address, demo), address).toBe(false);
});
