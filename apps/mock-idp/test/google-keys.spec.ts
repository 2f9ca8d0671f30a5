import { expect, test } from 'vitest';
import { useStandIn } from './support/world.js';

const standIn = useStandIn();

const keys = () => fetch(`${standIn.issuer()}/oauth2/v3/certs`);
type Key = Record<string, string>;

test('G20: each key is an RSA key of 2048 bit for RS256, named by 40 lower-case hex (raw HTTP)', async () => {
  const { keys: set } = (await (await keys()).json()) as { keys: Key[] };
  for (const key of set) {
    expect(key).toMatchObject({ kty: 'RSA', use: 'sig', alg: 'RS256', e: 'AQAB' });
    expect(key['kid']).toMatch(/^[0-9a-f]{40}$/);
    expect(Buffer.from(key['n'] ?? '', 'base64url')).toHaveLength(256);
    expect(Object.keys(key).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  }
});

test('G20: the order of members differs between keys (raw HTTP)', async () => {
  const { keys: set } = (await (await keys()).json()) as { keys: Key[] };
  expect(new Set(set.map((key) => Object.keys(key).join())).size).toBe(2);
});

test('G21: there are two keys (raw HTTP)', async () => {
  const { keys: set } = (await (await keys()).json()) as { keys: Key[] };
  expect(new Set(set.map(({ kid }) => kid)).size).toBe(2);
});

test('G22: the answer says how long it may be kept (raw HTTP)', async () => {
  const { headers } = await keys();
  const [, seconds] =
    /^public, max-age=(\d+), must-revalidate, no-transform$/.exec(headers.get('cache-control') ?? '') ?? [];
  expect(Number(seconds)).toBeGreaterThanOrEqual(18_000);
  expect(Number(seconds)).toBeLessThanOrEqual(25_000);
  expect(headers.get('content-type')).toBe('application/json; charset=UTF-8');
  expect(Number(headers.get('age'))).toBeGreaterThan(0);
  expect(Date.parse(headers.get('expires') ?? '')).toBeGreaterThan(Date.now());
});
