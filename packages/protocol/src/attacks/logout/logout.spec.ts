import { describe, expect, test } from 'vitest';
import { openLarkspur, policy, world } from '../../../test/honest.js';
import { judgeToken } from '../../../test/judge-token.js';
import { checks } from '../../checks/index.js';
import { linesOf } from '../../checks/list.js';
import { logoutChecks } from '../../logout/checks.js';
import { logoutVerifier, verifyLogout, verifyLogoutWith } from '../../logout/verify-logout.js';
import { verifierOf } from '../../verifier/verifier.js';
import type { Change } from '../attack.js';
import { claim, said } from '../changes.js';
import { forge, honestProofs } from '../index.js';
import { type HonestLogout, honestLogouts } from './honest.js';
import { presentLogout } from './present-logout.js';
import { type LogoutAttack, logoutAttacks } from './rows.js';

const larkspur = await openLarkspur();
const rows: [string, LogoutAttack][] = Object.entries(logoutAttacks);
const honest = Object.keys(honestLogouts) as HonestLogout[];

test.each(honest)('an honest logout token is verified: %s', async (of) => {
  const { verdict, steps } = await verifyLogout(await presentLogout(of, world, larkspur));
  expect(verdict.kind).toBe('verified');
  expect(steps.map(({ check }) => check)).toEqual(logoutVerifier.lines.map(({ name }) => name));
});

describe('a lie with a logout token is refused for the reason its row says, by the check it says', () => {
  test.each(rows)('%s', async (_, { of, expect: reason, check, changes }) => {
    expect(changes.length).toBeGreaterThan(0);
    for (const change of changes) {
      const { verdict, steps } = await verifyLogout(await presentLogout(of, world, larkspur, change));
      expect(verdict).toEqual({ kind: 'rejected', reason });
      expect(steps.filter(({ outcome }) => outcome === 'failed').map((step) => step.check)).toEqual([check]);
    }
  });
});

/** What a logout token alone is asked; the rest is killed with the checks of an ID token. */
const own = linesOf(logoutChecks).filter((line) => !(linesOf(checks) as readonly unknown[]).includes(line));

describe('without its check a lie with a logout token succeeds', () => {
  const without = (name: string) =>
    verifierOf(
      Object.fromEntries(
        Object.entries(logoutChecks).map(([when, list]) => [
          when,
          (list as readonly { name: string }[]).filter((check) => check.name !== name),
        ]),
      ) as unknown as typeof logoutChecks,
    );
  // Without its form nothing is a logout token: what comes after it would have nothing to read.
  test.each(own.filter(({ name }) => name !== 'claims').map(({ name }) => name))('%s', async (name) => {
    const letIn: string[] = [];
    for (const [row, { of, check, changes }] of rows.filter(([, attack]) => attack.check === name)) {
      expect(check).toBe(name);
      for (const change of changes) {
        const presented = await presentLogout(of, world, larkspur, change);
        const { verdict } = await verifyLogoutWith(without(name), presented);
        if (verdict.kind === 'verified') letIn.push(row);
      }
    }
    expect(letIn).not.toEqual([]);
  });
});

test('an ID token signs nobody out, whatever it leaves away', async () => {
  const idToken = honestProofs.signed(world);
  const untyped: Change = { header: ({ alg, kid }) => ({ alg, kid }) };
  for (const change of [{}, untyped]) {
    const token = await forge(idToken, larkspur, change);
    const presented = { token, policy, keys: larkspur.published, now: world.now };
    expect((await verifyLogout(presented)).verdict.kind).toBe('rejected');
  }
});

test.each(honest)('a logout token signs nobody in, typed or not: %s', async (of) => {
  for (const change of [{}, said({ typ: 'JWT' }), claim({ nonce: world.nonce, exp: 2_000_000_000 })]) {
    const { verdict } = await judgeToken(await forge(honestLogouts[of](world), larkspur, change), larkspur);
    expect(verdict.kind).toBe('rejected');
  }
});

test('whom a logout token names is told, and by what it is counted', async () => {
  const { verdict } = await verifyLogout(await presentLogout('of-a-session', world, larkspur));
  expect(verdict).toMatchObject({ claims: { sub: 'ada-0042', sid: 'session-1' } });
  const again = await verifyLogout(await presentLogout('of-a-session-alone', world, larkspur));
  expect(again.verdict).toMatchObject({ fingerprint: expect.stringMatching(/^logout:[\w-]{43}$/) });
});
