import { expect, test } from 'vitest';
import { authorityOf } from './authority.js';
import type { AuthorizationOptions } from './options.js';

const client = {
  clientId: 'chat',
  clientSecret: 'a-secret-of-more-than-24-letters',
  redirectUris: ['https://chat.example/cb'],
};
const options: AuthorizationOptions = {
  issuer: 'https://acme.example/id',
  clients: [client],
  keys: [],
  customerOf: async () => undefined,
  loginPage: () => '/login',
};

test.each<[string, Partial<AuthorizationOptions>]>([
  ['issuer: expected no slash', { issuer: 'https://acme.example/' }],
  ['issuer: expected https', { issuer: 'http://acme.example' }],
  ['issuer: expected https', { issuer: 'acme.example' }],
  ['secret of at least 24', { clients: [{ ...client, clientSecret: 'short' }] }],
  ['redirect URI: expected https', { clients: [{ ...client, redirectUris: ['http://chat.example/cb'] }] }],
  [
    'redirect URI: expected no fragment',
    { clients: [{ ...client, redirectUris: ['https://chat.example/#'] }] },
  ],
  ['logout address: expected https', { clients: [{ ...client, backchannelLogoutUri: 'ftp://x.example' }] }],
  ['each client id once', { clients: [client, client] }],
  ['at most 600', { lifetimes: { codeSeconds: 3_600 } }],
  ['at most 86400', { lifetimes: { idTokenSeconds: 90_000 } }],
])('what could not work is refused at the start: %s', (said, change) => {
  expect(() => authorityOf({ ...options, ...change })).toThrow(said);
});

test('on loopback plain http will do', () => {
  for (const issuer of ['http://localhost:3000/id', 'http://acme.localhost:3000', 'http://127.0.0.1:1/id'])
    expect(authorityOf({ ...options, issuer }).lifetimes.codeSeconds).toBe(60);
});
