import type { TraceStep } from '@countersign/claims';
import type { JWK } from 'jose';
import type { ProofPolicy } from '../policy.js';
import type { Rejection } from '../rejection.js';
import { type CheckInfo, failed, passed, skipped } from '../step.js';
import { algorithmCheck, encryptionCheck, headerCheck, steps, typeCheck } from './checks.js';
import { decrypt } from './decrypt.js';
import { readCompact } from './form.js';
import type { JoseHeader } from './header.js';

declare const opened: unique symbol;

/** A token whose outside was judged. Only `openProof` makes one; only `judgeProof` takes one. */
export type OpenedProof = {
  readonly ok: true;
  readonly token: string;
  readonly signingInput: string;
  readonly header: JoseHeader;
  /** The key to look for; the shell fetches keys by it. */
  readonly keyId: string | undefined;
  readonly steps: readonly TraceStep[];
  readonly [opened]: true;
};
export type Unopened = {
  readonly ok: false;
  readonly rejection: Rejection;
  readonly steps: readonly TraceStep[];
};

export type OpenProof = { token: string; policy: ProofPolicy; decryptionKeys: readonly JWK[] };

/**
 * The first half of judging: all that can be said of a token before its issuer's keys are at hand.
 * Never throws; whatever is wrong is a rejection with the steps that were made.
 */
export async function openProof({
  token,
  policy,
  decryptionKeys,
}: OpenProof): Promise<OpenedProof | Unopened> {
  const made: TraceStep[] = [];
  const stop = (info: CheckInfo, rejection: Rejection): Unopened => ({
    ok: false,
    rejection,
    steps: [...made, failed(info, rejection)],
  });
  const outer = readCompact(token);
  if (!outer.ok) return stop(steps.form, outer.rejection);
  made.push(passed(steps.form));
  const wrongWrapping = encryptionCheck(outer.value.parts.length, policy);
  if (wrongWrapping) return stop(steps.encryption, wrongWrapping);
  made.push(passed(steps.encryption));

  let signed = outer.value;
  if (signed.parts.length === 5) {
    const wrongHeader = headerCheck(signed.header);
    if (wrongHeader) return stop(steps.decryption, wrongHeader);
    const inner = await decrypt(signed, decryptionKeys);
    if (!inner.ok) return stop(steps.decryption, inner.rejection);
    const compact = readCompact(inner.value);
    if (!compact.ok || compact.value.parts.length !== 3)
      return stop(steps.decryption, compact.ok ? { reason: 'proof_malformed' } : compact.rejection);
    made.push(passed(steps.decryption));
    signed = compact.value;
  } else made.push(skipped(steps.decryption));

  for (const [info, rejection] of [
    [steps.header, headerCheck(signed.header)],
    [steps.algorithm, algorithmCheck(signed.header, policy)],
    [steps.type, typeCheck(signed.header)],
  ] as const) {
    if (rejection) return stop(info, rejection);
    made.push(passed(info));
  }
  return {
    ok: true,
    token: signed.parts.join('.'),
    signingInput: `${signed.parts[0]}.${signed.parts[1]}`,
    header: signed.header,
    keyId: signed.header.kid,
    steps: made,
  } as unknown as OpenedProof;
}
