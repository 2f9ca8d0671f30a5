import { type Relaxation, relaxationNames } from '@countersign/claims';
import { describe, expect, test } from 'vitest';
import { honest, nowSeconds, openLarkspur, sealed, world } from '../../test/honest.js';
import { judgeToken } from '../../test/judge-token.js';
import { attacks, type Change, forge, type HonestProof, type Members, presentAll } from '../attacks/index.js';
import { verifyProof } from '../verifier/verify.js';

const larkspur = await openLarkspur();

async function outcomeOf(
  of: HonestProof,
  relaxed: readonly Relaxation[],
  change: Change = {},
): Promise<string> {
  const token = await forge(of, larkspur, change);
  const { verdict } = await judgeToken(token, larkspur, { demands: { relaxed } });
  return verdict.kind === 'rejected' ? verdict.reason : verdict.kind;
}
const without = (...names: string[]): Change => ({
  claims: (claims: Members) =>
    Object.fromEntries(Object.entries(claims).filter(([name]) => !names.includes(name))),
});
const withClaims = (more: Members): Change => ({ claims: (claims: Members) => ({ ...claims, ...more }) });

describe('a token without a nonce', () => {
  test('is refused, unless exactly that is relaxed', async () => {
    const others = relaxationNames.filter((name) => name !== 'nonce');
    expect(await outcomeOf(honest, others, without('nonce'))).toBe('nonce_missing');
    expect(await outcomeOf(honest, ['nonce'], without('nonce'))).toBe('verified');
  });

  test('may be older than the attempt, which it does not answer', async () => {
    const older = { claims: ({ nonce: _, ...claims }: Members) => ({ ...claims, iat: nowSeconds - 120 }) };
    expect(await outcomeOf(honest, ['nonce'], older)).toBe('verified');
    expect(await outcomeOf(honest, ['nonce'], withClaims({ iat: nowSeconds - 120 }))).toBe('token_too_old');
  });

  test('is another thing than a token with a nonce of another attempt', async () => {
    expect(await outcomeOf(honest, relaxationNames, withClaims({ nonce: 'another' }))).toBe('nonce_mismatch');
  });
});

describe('a token without an audience', () => {
  test('is refused, unless exactly that is relaxed', async () => {
    const others = relaxationNames.filter((name) => name !== 'audience');
    expect(await outcomeOf(honest, others, without('aud'))).toBe('claims_malformed');
    expect(await outcomeOf(honest, ['audience'], without('aud'))).toBe('verified');
  });

  test('is another thing than a token with a wrong one, or with none in a list', async () => {
    for (const aud of ['another', ['another'], [], [honest.claims['aud'], 'another']])
      expect(await outcomeOf(honest, relaxationNames, withClaims({ aud }))).toMatch(/^audience_/);
    for (const aud of [null, 7, {}])
      expect(await outcomeOf(honest, relaxationNames, withClaims({ aud }))).toBe('claims_malformed');
  });
});

describe('an envelope that does not say what is inside', () => {
  const bare = { ...sealed, outer: { ...sealed.outer, cty: undefined } };
  const wrong = { ...sealed, outer: { ...sealed.outer, cty: 'text/plain' } };

  test('is refused, unless exactly that is relaxed', async () => {
    const others = relaxationNames.filter((name) => name !== 'type');
    expect(await outcomeOf(bare, others)).toBe('type_not_allowed');
    expect(await outcomeOf(bare, ['type'])).toBe('verified');
  });

  test('is another thing than one that says something else', async () => {
    expect(await outcomeOf(wrong, relaxationNames)).toBe('type_not_allowed');
  });
});

test('of all attacks LivePerson mode lets in those that are what it relaxes, and no other', async () => {
  const letIn: string[] = [];
  for (const { name, proofs } of await presentAll(attacks, world, larkspur))
    for (const proof of proofs) {
      const policy = { ...proof.policy, relaxed: relaxationNames };
      const { verdict } = await verifyProof({ ...proof, policy });
      if (verdict.kind === 'verified') letIn.push(name);
    }
  const relaxed = ['content-type-unsaid', 'no-audience', 'no-nonce', 'no-nonce-from-a-code'];
  expect([...new Set(letIn)].toSorted()).toEqual(relaxed);
});
