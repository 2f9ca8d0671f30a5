import { describe, expect, test } from 'vitest';
import { honest, openLarkspur } from '../../test/honest.js';
import { judgeToken } from '../../test/judge-token.js';
import { type Attack, type AttackName, attacks, forge } from './index.js';

const larkspur = await openLarkspur();
const tokens = { accessToken: 'the-access-token', code: 'the-code' };
const rows = Object.entries(attacks) as [AttackName, Attack][];

describe('an attack ends where its row says', () => {
  test.each(rows)('%s', async (_, attack) => {
    const token = await forge(honest, larkspur.forger, attack);
    const { verdict, steps, fingerprints } = await judgeToken(token, larkspur, {
      ...tokens,
      ...(attack.demands ? { demands: attack.demands } : {}),
    });
    expect(verdict).toEqual({ kind: 'rejected', reason: attack.expect });
    expect(steps.filter(({ outcome }) => outcome === 'failed').map(({ check }) => check)).toEqual([
      attack.check,
    ]);
    expect(await fingerprints(), 'a proof that was refused is not used up').toEqual([]);
  });
});

describe('without the attack', () => {
  test('the same token is accepted', async () => {
    const { verdict } = await judgeToken(await forge(honest, larkspur.forger), larkspur, tokens);
    expect(verdict).toMatchObject({
      kind: 'verified',
      person: { issuer: 'https://id.larkspur.example', subject: 'ada-0042' },
      keyId: 'larkspur-1',
    });
  });

  test('the same token is accepted in an envelope', async () => {
    const token = await forge(honest, larkspur.forger, { wrap: { to: 'published-key' } });
    const { verdict } = await judgeToken(token, larkspur, { demands: { encryption: 'required' } });
    expect(verdict.kind).toBe('verified');
  });
});
