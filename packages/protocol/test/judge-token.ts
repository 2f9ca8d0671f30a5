import { type ProofPolicy, verifyProof } from '../src/index.js';
import type { Judgement } from '../src/verifier/judge.js';
import { attempt, type Larkspur, now, policy } from './honest.js';

export type Given = {
  readonly demands?: Partial<ProofPolicy>;
  readonly accessToken?: string;
  readonly code?: string;
};

/** The test's own policy and clock, and what is demanded beside. */
export const judgeToken = (
  token: string,
  { keys, decryptionKeys }: Larkspur,
  { demands, accessToken, code }: Given = {},
): Promise<Judgement> =>
  verifyProof({
    token,
    policy: { ...policy, ...demands },
    keys,
    decryptionKeys,
    attempt,
    now,
    accessToken,
    code,
  });
