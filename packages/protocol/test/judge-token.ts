import { judgeProof, openProof, type ProofPolicy, withSkipped } from '../src/index.js';
import type { Judgement } from '../src/judge.js';
import { attempt, type Larkspur, now, policy } from './honest.js';

export type Given = {
  readonly demands?: Partial<ProofPolicy>;
  readonly accessToken?: string;
  readonly code?: string;
};

/** Both halves of judging, as the shell puts them together. */
export async function judgeToken(
  token: string,
  { keys, decryptionKeys }: Larkspur,
  { demands, accessToken, code }: Given = {},
): Promise<Judgement> {
  const rules = { ...policy, ...demands };
  const opened = await openProof({ token, policy: rules, decryptionKeys });
  if (!opened.ok)
    return {
      verdict: { kind: 'rejected', reason: opened.rejection.reason },
      steps: withSkipped(opened.steps),
      fingerprints: [],
      keyId: undefined,
    };
  return judgeProof({ opened, policy: rules, keys, attempt, now, accessToken, code });
}
