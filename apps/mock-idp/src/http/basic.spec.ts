import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { basicCredentials } from './basic.js';

const from = (authorization: string) => basicCredentials({ headers: { authorization } } as IncomingMessage);
const encoded = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

test('both halves are form-decoded', () => {
  expect(from(encoded('a%3Ab:c+d%25'))).toEqual({ clientId: 'a:b', clientSecret: 'c d%' });
});

test.each(['', 'Bearer abc', 'Basic', encoded('no-colon'), encoded(':no-id')])(
  '%j names nobody',
  (header) => {
    expect(from(header)).toBeUndefined();
  },
);
