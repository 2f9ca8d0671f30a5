import { expect, test } from 'vitest';
import { type Entry, exchangesOf } from './journal';

let id = 0;
const entry = (endpoint: string, more: Partial<Entry> = {}): Entry => {
  id += 1;
  return {
    id,
    wall: new Date(id).toISOString(),
    endpoint,
    method: 'POST',
    path: `/larkspur/${endpoint}/${id}`,
    status: 200,
    request: { query: {} },
    answer: {},
    ...more,
  };
};
const tokenOf = (sub: string) => ({ idToken: { header: {}, claims: { sub } } });
const pathsFor = (subject: string | undefined, entries: readonly Entry[]) =>
  exchangesOf(entries, { issuer: 'https://idp.example/larkspur', chat: 'chat' }, subject).map(
    ({ line }) => line.split(' ')[1],
  );

test('what others do at the same server meanwhile is not shown', () => {
  const entries = [
    entry('keys'),
    entry('backchannel', { clientId: 'chat', person: 'ada' }),
    entry('backchannel', { clientId: 'chat', person: 'chi' }),
    entry('token', { clientId: 'chat', person: 'ada', answer: tokenOf('sub-ada') }),
    entry('token', { clientId: 'chat', person: 'chi', answer: tokenOf('sub-chi') }),
  ];
  const [keys, adas, , token] = entries.map(({ path }) => path);
  expect(pathsFor('sub-ada', entries)).toEqual([keys, adas, token]);
  expect(pathsFor(undefined, entries)).toEqual([keys]);
  expect(pathsFor('sub-dia', entries)).toEqual([keys]);
});

test('a sign-in is shown from before it was known whose it is', () => {
  const entries = [
    entry('authorization', { clientId: 'shop', state: 'a' }),
    entry('authorization', { clientId: 'shop', state: 'b' }),
    entry('authorization', { clientId: 'shop', state: 'a', person: 'ada' }),
    entry('token', { clientId: 'shop', person: 'ada', answer: tokenOf('sub-ada') }),
  ];
  const [begun, , gone, token] = entries.map(({ path }) => path);
  expect(pathsFor('sub-ada', entries)).toEqual([begun, gone, token]);
});

test('what another issuer of the same stand-in was asked is not shown as asked of the shop’s', () => {
  const entries = [
    entry('discovery', { path: '/google/.well-known/openid-configuration' }),
    entry('discovery'),
  ];
  expect(pathsFor(undefined, entries)).toEqual([entries[1]?.path]);
});
