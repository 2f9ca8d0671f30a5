import type { TokenShown, Trace, TraceStep, Verdict } from '@countersign/claims';
import { hintFor } from './hints.js';
import type { ProofPolicy } from './policy.js';
import { type Rejection, shown } from './rejection.js';
import { type CheckInfo, failed, notTried, passed } from './step.js';

/** What happened around the token, in the shell's hands: each a line of the trace. */
export const shellSteps = {
  attempt: {
    name: 'attempt',
    sentence: 'The attempt belongs to this browser, is fresh, and was not used before.',
  },
  page: { name: 'page', sentence: "The page's method answered a proof." },
  authorization: {
    name: 'authorization',
    sentence: 'The provider sent the window back with a proof.',
    clause: 'RFC 6749, section 4.1.2',
  },
  flow: { name: 'flow', sentence: 'The proof is of the kind the connection expects.' },
  redirectUri: {
    name: 'redirect-uri',
    sentence: 'The redirect URI is one of those registered with the connection.',
    clause: 'RFC 6749, section 4.1.3',
  },
  responseIssuer: {
    name: 'response-issuer',
    sentence: 'The issuer that the answer names, where it names one or has to, is that of the connection.',
    clause: 'RFC 9207, section 2.4',
  },
  codeOnce: {
    name: 'code-once',
    sentence: 'The code was not presented before.',
    clause: 'RFC 6749, section 4.1.2',
  },
  tokenEndpoint: {
    name: 'token-endpoint',
    sentence: 'The provider swapped the code for tokens.',
    clause: 'OpenID Connect Core 1.0, section 3.1.3',
  },
  refresh: {
    name: 'refresh',
    sentence: 'The host proved the consumer in the last twelve hours, and the provider renewed its tokens.',
    clause: 'OpenID Connect Core 1.0, section 12',
  },
  keys: { name: 'keys', sentence: "The issuer's keys are at hand." },
  singleUse: { name: 'single-use', sentence: 'No other browser has presented this proof.' },
  logoutOnce: {
    name: 'logout-once',
    sentence: 'The logout token was not presented before.',
    clause: 'OpenID Connect Back-Channel Logout 1.0, section 2.6',
  },
  userinfo: {
    name: 'userinfo',
    sentence: 'Userinfo speaks of the same subject.',
    clause: 'OpenID Connect Core 1.0, section 5.3.2',
  },
} as const satisfies Record<string, CheckInfo>;

export const stepPassed = (info: CheckInfo): TraceStep => passed(info);
export const stepNotTried = (info: CheckInfo): TraceStep => notTried(info);
export const stepFailed = (info: CheckInfo, rejection: Rejection): TraceStep => failed(info, rejection);

export type TraceInput = {
  readonly attempt: string;
  readonly policy: Pick<ProofPolicy, 'connection' | 'flow'>;
  readonly verdict: Verdict;
  readonly steps: readonly TraceStep[];
  readonly keyId?: string | undefined;
  readonly keyThumbprint?: string | undefined;
  readonly origin?: string | undefined;
  readonly token?: TokenShown | undefined;
  /** About this very refusal; otherwise what is said of its kind. */
  readonly hint?: string | undefined;
  readonly now: Date;
  readonly durationMs: number;
  readonly notes?: readonly string[];
};

/** Every check in order and what came of it, ready to be stored and shown. */
export function traceOf(input: TraceInput): Trace {
  const { attempt, policy, verdict, steps, keyId, keyThumbprint, origin, token, now, durationMs, notes } =
    input;
  const reason = verdict.kind === 'rejected' ? verdict.reason : undefined;
  const hint = reason === undefined ? undefined : (input.hint ?? hintFor(reason));
  const trace: Trace = {
    attempt,
    connection: policy.connection,
    flow: policy.flow,
    outcome: verdict.kind,
    now: now.toISOString(),
    durationMs,
    steps: [...steps],
    notes: [...(notes ?? [])],
  };
  // Assigned, not spread: a trace is made for every proof, and most have none of these but the key.
  if (reason !== undefined) trace.reason = reason;
  if (hint !== undefined) trace.hint = hint;
  if (keyId !== undefined) trace.keyId = shown(keyId);
  if (keyThumbprint !== undefined) trace.keyThumbprint = keyThumbprint;
  if (origin !== undefined) trace.origin = shown(origin);
  if (token !== undefined) trace.token = token;
  return trace;
}
