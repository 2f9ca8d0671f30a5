import type { TraceStep } from '@countersign/claims';
import type { JWK } from 'jose';
import type { JoseHeader } from '../envelope/header.js';
import { isKey } from '../envelope/key.js';
import { type Compact, readCompact } from '../envelope/read.js';
import type { ProofPolicy } from '../policy.js';
import { accepted, type Outcome, type Rejection, refused, reject } from '../rejection.js';
import { skipped } from '../step.js';
import { ask } from './tracing.js';
import { standard, type Verifier } from './verifier.js';

declare const opened: unique symbol;

/** A token whose outside was judged. Only `openProof` makes one; only `judgeProof` takes one. */
export type OpenedProof = {
  readonly ok: true;
  /** What was signed, and the signature over it. */
  readonly signingInput: string;
  readonly payload: string;
  readonly signature: string;
  readonly header: JoseHeader;
  /** The header of the envelope it came in. */
  readonly outer: JoseHeader | undefined;
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

export type OpenProof = {
  readonly token: string;
  readonly policy: ProofPolicy;
  readonly decryptionKeys: readonly JWK[];
};

/**
 * The first half of judging: all that can be said of a token before its issuer's keys are at hand.
 * Never throws; whatever is wrong is a rejection with the steps that were made.
 */
export const openProof = (input: OpenProof): Promise<OpenedProof | Unopened> => openWith(standard, input);

export async function openWith(verifier: Verifier, input: OpenProof): Promise<OpenedProof | Unopened> {
  const steps: TraceStep[] = [];
  const reading = readSigned(verifier, input, steps);
  const signed = reading instanceof Promise ? await reading : reading;
  if (!signed.ok) return { ok: false, rejection: signed.rejection, steps };
  const { token, header, outer, parts } = signed.value;
  const wrong = ask(verifier.checks.header, { header, policy: input.policy }, steps);
  if (wrong) return { ok: false, rejection: wrong, steps };
  const [head = '', payload = '', signature = ''] = parts;
  return {
    ok: true,
    signingInput: token.slice(0, head.length + 1 + payload.length),
    payload,
    signature,
    header,
    outer,
    keyId: header.kid,
    steps,
  } as unknown as OpenedProof;
}

type Readable = Compact & { readonly header: JoseHeader; readonly outer: JoseHeader | undefined };

// A list without the check of the form still cannot go on without a header.
const readable = (compact: Compact, outer?: JoseHeader): Outcome<Readable> =>
  compact.header === undefined
    ? refused(reject('proof_malformed'))
    : accepted({ token: compact.token, parts: compact.parts, header: compact.header, outer });

/** The signed token: what was presented, or what was in its envelope. */
function readSigned(
  verifier: Verifier,
  input: OpenProof,
  steps: TraceStep[],
): Outcome<Readable> | Promise<Outcome<Readable>> {
  const { checks, sealing } = verifier;
  const { token, policy } = input;
  const tooLarge = ask(checks.text, { token }, steps);
  if (tooLarge) return refused(tooLarge);
  const outer = readCompact(token);
  const malformed = ask(checks.form, { ...outer, policy }, steps);
  if (malformed) return refused(malformed);
  const presented = readable(outer);
  if (outer.parts.length === 5 && presented.ok) return unseal(verifier, presented.value, input, steps);
  steps.push(...sealing.map(skipped));
  return presented;
}

async function unseal(
  { checks, open }: Verifier,
  envelope: Readable,
  { policy, decryptionKeys }: OpenProof,
  steps: TraceStep[],
): Promise<Outcome<Readable>> {
  const wrong = ask(checks.envelope, { ...envelope, policy }, steps);
  if (wrong) return refused(wrong);
  const inner = await open(envelope, decryptionKeys.filter(isKey));
  const closed = ask(checks.decryption, { inner }, steps);
  if (closed || inner === undefined) return refused(closed ?? reject('decryption_failed'));
  const content = readCompact(inner);
  const another = ask(checks.content, { ...content, policy }, steps);
  return another ? refused(another) : readable(content, envelope.header);
}
