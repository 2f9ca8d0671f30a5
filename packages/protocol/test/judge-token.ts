import type { Keyring } from '../src/attacks/index.js';
import { type ProofPolicy, verifyProof } from '../src/index.js';
import type { Judgement } from '../src/verifier/judge.js';
import { attempt, now, policy } from './honest.js';

type Keys = Pick<Keyring, 'published' | 'decryptionKeys'>;

export type Given = {
  readonly demands?: Partial<ProofPolicy>;
  readonly accessToken?: string;
  readonly code?: string;
};

/** The test's own policy and clock, and what is demanded beside. */
export const judgeToken = (
  token: string,
  { published, decryptionKeys }: Keys,
  { demands, accessToken, code }: Given = {},
): Promise<Judgement> =>
  verifyProof({
    token,
    policy: { ...policy, ...demands },
    keys: published,
    decryptionKeys,
    attempt,
    now,
    accessToken,
    code,
  });
