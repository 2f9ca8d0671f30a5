import { traceOf, type VerifyProof, verifyProof } from '@countersign/protocol';

type Given = Omit<VerifyProof, 'now'>;

/** All that the service does with a token: every check, and the trace as it is stored. */
export async function judged(given: Given) {
  const begun = performance.now();
  const now = new Date();
  const { verdict, steps, keyId } = await verifyProof({ ...given, now });
  const trace = traceOf({
    attempt: given.attempt.nonce,
    policy: given.policy,
    verdict,
    steps,
    keyId,
    now,
    durationMs: performance.now() - begun,
  });
  return { verdict, trace };
}

/** Checks and trace, of a token that must be verified. */
export const countersign = (given: Given) => ({
  name: 'verifyProof, all checks and trace',
  once: async () => {
    const { verdict, trace } = await judged(given);
    if (verdict.kind !== 'verified' || trace.steps.length === 0)
      throw new Error(`An honest token was ${verdict.kind}`);
  },
});
