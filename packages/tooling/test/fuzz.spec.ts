import { setTimeout as pause } from 'node:timers/promises';
import { verifyProof } from '@countersign/protocol';
import { makeKeyring, present } from '@countersign/protocol/attacks';
import { describe, expect, test } from 'vitest';
import { fuzz } from '../src/proofs/fuzz/fuzz.js';
import { runOne, type Verify } from '../src/proofs/fuzz/run-one.js';
import { world } from '../src/proofs/world.js';

const SECONDS = 3;
/** What grows by the second is seen after a few, however busy the machine. */
const GROWN = 8;
/** Long enough on any machine; the first finding ends it. */
const PATIENCE = 20;

const found = async (verify: Verify, seconds = PATIENCE): Promise<string> => {
  const { findings } = await fuzz({ seconds, seed: 1, verify, mostFindings: 1 });
  return findings.map(({ what }) => what).join('\n');
};

/** Keeps the thread busy, as an expression that goes back again and again would. */
function hang(ms: number): void {
  const before = process.cpuUsage();
  const used = () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
  while (used() < ms);
}

describe('fuzzing', () => {
  test('nothing that is fuzzed makes the verifier throw, hang, grow or trust', {
    timeout: 90_000,
  }, async () => {
    const { findings, executions } = await fuzz({ seconds: SECONDS, seed: 1 });
    expect(findings).toEqual([]);
    expect(executions).toBeGreaterThan(0);
  });

  test('finds a verifier that throws', { timeout: 90_000 }, async () => {
    const throwing: Verify = async (proof) => {
      if (String(proof.token).includes('"')) throw new Error('a quote');
      return verifyProof(proof);
    };
    expect(await found(throwing)).toContain('it threw: Error: a quote');
  });

  test('finds a verifier that hangs', { timeout: 90_000 }, async () => {
    const hanging: Verify = async (proof) => {
      if (String(proof.token).includes('\0')) hang(60);
      return verifyProof(proof);
    };
    expect(await found(hanging)).toContain('a hang of');
  });

  test('takes a machine that gives its time to others for no hang of the verifier', {
    timeout: 90_000,
  }, async () => {
    const waiting: Verify = async (proof) => {
      if (proof.token.length === 0) await pause(60);
      return verifyProof(proof);
    };
    const proof = { ...(await present('signed', world, await makeKeyring())), token: '' };
    expect(await runOne(waiting, proof)).toMatchObject({ paused: true, finding: undefined });
  });

  test('finds a verifier that lets in what nobody signed', { timeout: 90_000 }, async () => {
    const trusting: Verify = async (proof) => {
      const judgement = await verifyProof(proof);
      const { verdict } = judgement;
      if (verdict.kind !== 'rejected' || verdict.reason !== 'signature_invalid') return judgement;
      const { iss, aud, sub } = { iss: proof.policy.issuer.url, aud: proof.policy.audience, sub: 'ada' };
      const claims = { iss, aud, sub, nonce: proof.attempt.nonce, iat: 0, exp: 1 };
      return {
        ...judgement,
        steps: [],
        verdict: { kind: 'verified', person: { issuer: iss, subject: sub }, claims },
      };
    };
    expect(await found(trusting)).toContain('jose says that nobody signed it');
  });

  test('finds a verifier that keeps what it has seen', { timeout: 90_000 }, async () => {
    const kept: unknown[] = [];
    const begun = performance.now();
    const keeping: Verify = async (proof) => {
      // A megabyte for each 25 ms, however many proofs that is on this machine.
      while (kept.length < (performance.now() - begun) / 25) kept.push(new Array(125_000).fill(kept.length));
      return verifyProof(proof);
    };
    expect(await found(keeping, GROWN)).toContain('the heap grew by');
  });
});
