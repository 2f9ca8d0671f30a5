import { trace } from '@countersign/claims';
import { describe, expect, test } from 'vitest';
import { now, policy } from '../test/honest.js';
import { reject } from './rejection.js';
import { shellSteps, stepFailed, stepPassed, traceOf } from './trace.js';

const common = { attempt: 'attempt-1', policy, now, durationMs: 12 };
const refusal = reject('redirect_uri_mismatch');
const made = [stepPassed(shellSteps.attempt), stepFailed(shellSteps.redirectUri, refusal)];

describe('a trace', () => {
  test('of a rejection names the reason and what to do about it', () => {
    const verdict = { kind: 'rejected', reason: refusal.reason } as const;
    const result = traceOf({ ...common, verdict, steps: made });
    expect(result).toMatchObject({ outcome: 'rejected', reason: 'redirect_uri_mismatch' });
    expect(result.hint).toContain('character for character');
    expect(trace.safeParse(result).success).toBe(true);
  });

  test('of a decline has no reason: nothing was wrong', () => {
    const result = traceOf({ ...common, verdict: { kind: 'declined' }, steps: [] });
    expect(result).not.toHaveProperty('reason');
    expect(trace.safeParse(result).success).toBe(true);
  });

  test('cuts the name of a key, which the token chose', () => {
    const verdict = { kind: 'rejected', reason: 'key_unknown' } as const;
    expect(traceOf({ ...common, verdict, steps: [], keyId: 'k'.repeat(255) }).keyId).toHaveLength(200);
  });
});
