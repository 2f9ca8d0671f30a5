import { expect, test } from 'vitest';
import { honest, openLarkspur } from '../../test/honest.js';
import { judgeToken } from '../../test/judge-token.js';
import { forge } from '../attacks/index.js';
import { halfHash } from './half-hash.js';

const larkspur = await openLarkspur();

test('the hash of an access token is the one the standard gives as an example', async () => {
  const accessToken = 'jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y';
  expect(await halfHash(accessToken, 'RS256')).toBe('77QmUPtjPfzWtF2AnpK9RQ');
});

test('EdDSA hashes by SHA-512: half of it is 32 bytes', async () => {
  expect(await halfHash('the-code', 'EdDSA')).toHaveLength(43);
});

test('a token bound to its code and its access token is accepted with these and no others', async () => {
  const tokens = { code: 'the-code', accessToken: 'the-access-token' };
  const bound = {
    ...honest.claims,
    c_hash: await halfHash(tokens.code, 'RS256'),
    at_hash: await halfHash(tokens.accessToken, 'RS256'),
  };
  const token = await forge({ ...honest, claims: bound }, larkspur);
  const reasonWith = async (given: object) => {
    const { verdict } = await judgeToken(token, larkspur, given);
    return verdict.kind === 'rejected' ? verdict.reason : verdict.kind;
  };
  expect(await reasonWith(tokens)).toBe('verified');
  expect(await reasonWith({}), 'what was not handed over is not compared').toBe('verified');
  expect(await reasonWith({ ...tokens, code: 'another' })).toBe('code_hash_mismatch');
  expect(await reasonWith({ ...tokens, accessToken: 'another' })).toBe('access_token_hash_mismatch');
});
