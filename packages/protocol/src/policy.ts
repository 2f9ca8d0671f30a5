import type { Relaxation } from '@countersign/claims';

/** Signature algorithms a connection may allow. `none` and the HMAC family are not among them, on purpose. */
export type Algorithm = 'RS256' | 'PS256' | 'ES256' | 'EdDSA';

/** The rules of one connection by which a proof is judged. Durations in seconds. */
export type ProofPolicy = {
  /** The connection's key, for the trace. */
  readonly connection: string;
  readonly flow: 'code' | 'implicit';
  /** The canonical spelling, and others that mean the same issuer. Compared exactly. */
  readonly issuer: { readonly url: string; readonly aliases: readonly string[] };
  /** The client id; for envelopes `https://{service}/connections/{id}`. */
  readonly audience: string;
  readonly authorizedParties: readonly string[];
  readonly algorithms: readonly Algorithm[];
  readonly encryption: 'required' | 'refused' | 'optional';
  /** The longest time from `iat` to `exp`. */
  readonly maxLifetimeSeconds: number;
  readonly skewSeconds: number;
  readonly hostedDomain?: string;
  readonly acrValues?: readonly string[];
  readonly maxAgeSeconds?: number;
  /** What is asked less strictly, each by its name. Absent: nothing is. */
  readonly relaxed?: readonly Relaxation[];
};

export const isRelaxed = ({ relaxed }: Pick<ProofPolicy, 'relaxed'>, name: Relaxation): boolean =>
  relaxed?.includes(name) ?? false;

/** The attempt a proof answers. */
export type AttemptToJudge = { readonly nonce: string; readonly startedAt: Date };

export const ENVELOPE_LIFETIME_SECONDS = 3_600;
export const CODE_FLOW_LIFETIME_SECONDS = 86_400;
export const SKEW_SECONDS = 60;

/** Both spellings Google gives itself; a person is kept under the first. */
export const GOOGLE = { url: 'https://accounts.google.com', aliases: ['accounts.google.com'] } as const;

type Rules = Pick<ProofPolicy, 'issuer' | 'audience'> & Partial<ProofPolicy>;

/** The strict rules, where nothing else is said: RS256, signed and not encrypted, an hour, a minute of skew. */
export const policyFor = (rules: Rules): ProofPolicy => ({
  connection: rules.audience,
  flow: 'implicit',
  authorizedParties: [],
  algorithms: ['RS256'],
  encryption: 'refused',
  maxLifetimeSeconds: rules.flow === 'code' ? CODE_FLOW_LIFETIME_SECONDS : ENVELOPE_LIFETIME_SECONDS,
  skewSeconds: SKEW_SECONDS,
  ...rules,
});
