import { generateKeyPairSync } from 'node:crypto';
import { putBrand } from '@countersign/contracts';
import { expect, test } from 'vitest';
import { brandErrors, type Ground, slugErrors } from './brand-rules.js';

const issuer = { url: 'https://login.larkspur.example', label: 'Larkspur' };
const connection = {
  flow: 'implicit',
  key: 'site',
  label: 'Larkspur',
  issuer: issuer.url,
  origins: ['https://www.larkspur.example'],
};
const production = { loopback: false, OUTBOUND_ALLOW: ['idp:4000'] };
const demo = { ...production, loopback: true };
const errorsOf = (more: object, ground: Ground = production) =>
  brandErrors(putBrand.parse({ name: 'Larkspur', issuers: [issuer], connections: [], ...more }), ground);
const signIn = (issuer: string) => ({ agentSignIn: { issuer, clientId: 'desk', clientSecret: 'secret' } });

test('a claim that is mapped, and that the issuer is authoritative for, may address consumers', () => {
  const mapping = { kundennummer: 'account_number' };
  for (const authoritative of [['*'], ['kundennummer']]) {
    const byNumber = { ...connection, mapping, authoritative, factsKey: 'kundennummer' };
    expect(errorsOf({ connections: [byNumber] })).toEqual([]);
  }
});

test.each([
  ['that is not mapped', { mapping: {}, authoritative: ['*'], factsKey: 'kundennummer' }],
  ['of the prototype', { mapping: {}, authoritative: ['*'], factsKey: 'constructor' }],
  ['the issuer only passes on', { mapping: { name: 'name' }, authoritative: ['sub'], factsKey: 'name' }],
])('a claim %s addresses nobody', (_, more) => {
  expect(errorsOf({ connections: [{ ...connection, ...more }] })).toEqual([
    { path: 'connections.0.factsKey', message: 'is no mapped claim the issuer is authoritative for' },
  ]);
});

test.each([
  ['no address', 'https://login larkspur', 'is no address'],
  ['one without two slashes', 'https:login.larkspur.example', 'is not a scheme, a host and a path'],
  [
    'one with a password in it',
    'https://ada:pass@login.larkspur.example',
    'is not a scheme, a host and a path',
  ],
  ['one with a query', 'https://login.larkspur.example?tenant=1', 'has a query or a fragment'],
  ['one with a fragment', 'https://login.larkspur.example#1', 'has a query or a fragment'],
  ['one of another scheme', 'ftp://login.larkspur.example', 'is not https'],
  ['one without https', 'http://login.larkspur.example', 'is not https'],
  ['the stand-in', 'http://localhost:4000/google', 'is not https'],
  ['the stand-in with a certificate', 'https://localhost', 'is the stand-in: for a demo only'],
])('%s is no issuer in production, of consumers or of agents', (_, url, message) => {
  expect(errorsOf({ issuers: [{ ...issuer, url }] })).toEqual([{ path: 'issuers.0.url', message }]);
  expect(errorsOf(signIn(url))).toEqual([{ path: 'agentSignIn.issuer', message }]);
});

test('in a demo the stand-in vouches, on this machine or where the operator allows it, and not beside it', () => {
  for (const url of ['http://localhost:4000/google', 'http://idp:4000/google', 'https://localhost'])
    expect(errorsOf({ issuers: [{ ...issuer, url }], ...signIn(url) }, demo), url).toEqual([]);
  for (const url of ['http://idp:4001/google', 'http://idp.example:4000'])
    expect(errorsOf(signIn(url), demo), url).toHaveLength(1);
});

test('a key with its private half is refused, and so is a shared secret', () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  const keys = [jwk, { ...jwk, d: 'd' }, { kty: 'oct', k: 'k' }];
  const errors = errorsOf({ issuers: [{ ...issuer, discovery: false, keys }] });
  expect(errors.map(({ path }) => path)).toEqual(['issuers.0.keys.1', 'issuers.0.keys.2']);
});

test.each([
  [
    'without logout tokens',
    issuer.url,
    { refresh: true },
    'refresh',
    'needs backchannelLogout: a signal that ends it',
  ],
  [
    'of Google',
    'https://accounts.google.com',
    { refresh: true },
    'refresh',
    'Google gives no signal of a logout: a proof by Google is renewed by the page',
  ],
  [
    'of Google that would take logout tokens',
    'https://accounts.google.com',
    { backchannelLogout: true },
    'backchannelLogout',
    'Google sends no logout tokens: let your backend end the sessions of whoever signs out',
  ],
])('a connection %s renews no proof by itself', (_, url, more, member, message) => {
  const byCode = {
    ...connection,
    flow: 'code',
    issuer: url,
    clientId: 'chat',
    clientSecret: 'secret',
    redirectUris: ['https://www.larkspur.example/chat/callback'],
  };
  const issuers = [{ url, label: 'Larkspur' }];
  expect(errorsOf({ issuers, connections: [{ ...byCode, ...more }] })).toEqual([
    { path: `connections.0.${member}`, message },
  ]);
  if (url === issuer.url)
    expect(
      errorsOf({ issuers, connections: [{ ...byCode, refresh: true, backchannelLogout: true }] }),
    ).toEqual([]);
});

const keysElsewhere = (jwksUri: string) => ({ issuers: [{ ...issuer, discovery: false, jwksUri }] });

test('keys are published over https, in a demo also on this machine', () => {
  for (const uri of [
    'http://login.larkspur.example/jwks',
    'http://localhost:4200/jwks',
    'ftp://x.example/jwks',
  ])
    expect(errorsOf(keysElsewhere(uri)), uri).toEqual([
      { path: 'issuers.0.jwksUri', message: 'is not https' },
    ]);
  expect(errorsOf(keysElsewhere('https://login.larkspur.example/jwks?tenant=1'))).toEqual([]);
  expect(errorsOf(keysElsewhere('http://localhost:4200/jwks'), demo)).toEqual([]);
});

const backTo = (uri: string) => ({
  connections: [
    {
      ...connection,
      flow: 'code',
      clientId: 'chat',
      clientSecret: 'secret-of-the-chat',
      redirectUris: [uri],
    },
  ],
});

const noWayBack = [
  ['http://www.larkspur.example/callback', 'is not https'],
  ['http://localhost:4200/callback', 'is not https'],
  ['javascript:alert(1)', 'is not https'],
  ['https://www.larkspur.example/callback#', 'has a fragment'],
  ['/callback', 'is no address'],
] as const;

test('in production a code comes back by https alone, to an address without a fragment', () => {
  for (const [uri, message] of noWayBack)
    expect(errorsOf(backTo(uri)), uri).toEqual([{ path: 'connections.0.redirectUris.0', message }]);
});

test('a code comes back by https, to an app by a scheme of its own, and in a demo on this machine', () => {
  for (const uri of ['https://www.larkspur.example/callback?x=1', 'example.larkspur.app:/callback'])
    expect(errorsOf(backTo(uri)), uri).toEqual([]);
  expect(errorsOf(backTo('http://larkspur.localhost:4200/callback'), demo)).toEqual([]);
});

const keys = [generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' })];
const byHand = { ...issuer, discovery: false, keys };
const windowed = { ...connection, window: true, clientId: 'chat' };

test('a window without discovery needs an authorization endpoint, and with discovery may name none', () => {
  const authorizationEndpoint = 'https://login.larkspur.example/authorize?tenant=chat';
  const path = 'connections.0.authorizationEndpoint';
  expect(errorsOf({ issuers: [byHand], connections: [windowed] })).toMatchObject([{ path }]);
  expect(errorsOf({ issuers: [byHand], connections: [{ ...windowed, authorizationEndpoint }] })).toEqual([]);
  expect(errorsOf({ connections: [{ ...windowed, authorizationEndpoint }] })).toMatchObject([{ path }]);
  const http = { ...windowed, authorizationEndpoint: 'http://login.larkspur.example/authorize' };
  expect(errorsOf({ issuers: [byHand], connections: [http] })).toEqual([{ path, message: 'is not https' }]);
});

test('a window of Implicit Flow is the client of a provider', () => {
  const { clientId: _, ...nobody } = windowed;
  expect(errorsOf({ connections: [nobody] })).toMatchObject([{ path: 'connections.0.clientId' }]);
  expect(errorsOf({ connections: [windowed] })).toEqual([]);
});

test('no brand has a name by which its cookie would be another’s', () => {
  for (const slug of ['agent', 'callback', 'txn-0123456789abcdef', 'agent-txn-1'])
    expect(slugErrors(slug)).toMatchObject([{ path: 'slug' }]);
  for (const slug of ['larkspur', 'agents', 'txn', 'call-back']) expect(slugErrors(slug)).toEqual([]);
});
