import { expect, test } from 'vitest';
import { shownToken } from './shown-token.js';
import { readUnbelieved } from './unbelieved.js';

const part = (members: object) => btoa(JSON.stringify(members)).replaceAll('=', '');
const pseudonym = (value: string) => (value === 'ada-0042' ? '0badcafe' : '12345678');
const tokenOf = (claims: object, header: object = { alg: 'RS256', kid: 'k1' }) =>
  `${part(header)}.${part(claims)}.c2ln`;
const shown = (token: string) => shownToken(readUnbelieved(token), pseudonym);

test('what a claim says of a person is not shown, only that it is there', () => {
  const claims = {
    iss: 'https://id.example',
    sub: 'ada-0042',
    email: 'ada@gmail.com',
    name: 'Ada',
    billing: { owed: 28 },
  };
  expect(shown(tokenOf(claims))).toEqual({
    headers: [{ alg: 'RS256', kid: 'k1' }],
    claims: {
      iss: 'https://id.example',
      sub: '#0badcafe',
      email: '#12345678',
      name: 'present',
      billing: 'present',
    },
    others: 0,
  });
});

test('a nonce, a jti and an unknown header are not shown', () => {
  const { headers, claims } = shown(tokenOf({ nonce: 'n', jti: 'j' }, { alg: 'RS256', x: 'y' }));
  expect(claims).toEqual({ nonce: 'present', jti: 'present' });
  expect(headers).toEqual([{ alg: 'RS256', x: 'present' }]);
});

test('a name that may itself tell of a person is counted and not shown', () => {
  expect(shown(tokenOf({ 'ada@gmail.com': true, 'LK-4482-1093': 1, iss: 'i' }))).toMatchObject({
    claims: { iss: 'i' },
    others: 2,
  });
});

test('a value is cut at 200 characters, and at most 40 names are shown', () => {
  const many = Object.fromEntries(
    Array.from({ length: 90 }, (_, index) => [`${'abcdefghij'[index % 10]}${'k'.repeat(1 + index / 10)}`, 1]),
  );
  const { claims, others } = shown(tokenOf({ iss: 'x'.repeat(10_000), ...many }));
  expect(claims['iss']).toHaveLength(200);
  expect(Object.keys(claims)).toHaveLength(40);
  expect(others).toBe(91 - 40);
});

test('`sub` that is no text is not shown', () => {
  expect(shown(tokenOf({ sub: { name: 'Ada' } })).claims).toEqual({ sub: 'present' });
});

test.each(['', 'a.b.c', 'one', '....', `${'x'.repeat(20_000)}`, 'e30.W10.'])(
  'what is no token shows nothing and breaks nothing',
  (text) => expect(shown(text).claims).toEqual({}),
);

test('of an envelope nobody opened only its own header is shown', () => {
  const outer = part({ alg: 'RSA-OAEP-256', enc: 'A256GCM', kid: 'seal-1' });
  expect(readUnbelieved(`${outer}.a.b.c.d`)).toEqual({
    headers: [{ alg: 'RSA-OAEP-256', enc: 'A256GCM', kid: 'seal-1' }],
    claims: undefined,
  });
  const inside = `${part({ alg: 'RS256' })}.${part({ iss: 'i' })}`;
  expect(readUnbelieved(`${outer}.a.b.c.d`, inside)).toMatchObject({ claims: { iss: 'i' } });
  expect(readUnbelieved(`${outer}.a.b.c.d`, inside).headers).toHaveLength(2);
});
