import { type Judgement, traceOf, type VerifyProof, verifyProof } from '@countersign/protocol';

type Given = Omit<VerifyProof, 'now'>;

/** The trace as it is stored. */
const traced = ({ attempt, policy }: Given, { verdict, steps, keyId }: Judgement, now: Date, begun: number) =>
  traceOf({
    attempt: attempt.nonce,
    policy,
    verdict,
    steps,
    keyId,
    now,
    durationMs: performance.now() - begun,
  });

/** All that the service does with a token: every check, and the trace. Throws where the verdict is another. */
export async function judged(
  given: Given,
  expected: Judgement['verdict']['kind'] = 'verified',
): Promise<void> {
  const begun = performance.now();
  const now = new Date();
  const judgement = await verifyProof({ ...given, now });
  const { outcome, steps } = traced(given, judgement, now, begun);
  if (outcome !== expected || steps.length === 0)
    throw new Error(`A proof was ${outcome}, and ${expected} was expected`);
}

/** Checks and trace, of a token that must be verified. */
export const countersign = (given: Given) => ({
  name: 'verifyProof, all checks and trace',
  once: () => judged(given),
});
