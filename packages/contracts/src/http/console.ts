import { declaredFact, rejectionReason, relaxation, trace, traceStep } from '@countersign/claims';
import { z } from 'zod';
import { connectionKey, id } from '../names.js';

export const attemptOutcome = z.enum(['verified', 'declined', 'rejected']);
export type AttemptOutcome = z.infer<typeof attemptOutcome>;

/** One presented proof, as a list shows it. */
export const attemptSummary = z.strictObject({
  /** Of the trace: an attempt that is presented again has one more. `before` takes it. */
  id,
  attempt: id,
  at: z.iso.datetime(),
  outcome: attemptOutcome,
  reason: rejectionReason.nullable(),
  /** The page it came from; `app` for an app. */
  origin: z.string(),
  durationMs: z.number(),
  /** False: turned away at the attempt, which was another browser's or used before. */
  settled: z.boolean(),
});
export type AttemptSummary = z.infer<typeof attemptSummary>;

/** What became of a connection's latest proofs. */
export const connectionHealth = z.strictObject({
  latest: attemptSummary.nullable(),
  /** In the last 60 minutes. */
  hour: z.strictObject({
    verified: z.number().int(),
    declined: z.number().int(),
    rejected: z.number().int(),
  }),
  /** Today, UTC: how many were refused, and of how many of these the trace was not kept. */
  today: z.strictObject({ rejected: z.number().int(), dropped: z.number().int() }),
});
export type ConnectionHealth = z.infer<typeof connectionHealth>;

/** A connection with its settings. Never a secret. */
export const consoleConnection = z.strictObject({
  key: connectionKey,
  label: z.string(),
  flow: z.enum(['code', 'implicit']),
  mode: z.enum(['strict', 'liveperson']),
  /** What is asked less strictly than of others. */
  relaxed: z.array(relaxation),
  issuer: z.strictObject({
    url: z.string(),
    aliases: z.array(z.string()),
    label: z.string(),
    keys: z.enum(['discovery', 'jwks', 'pasted']),
    jwksUri: z.string().nullable(),
  }),
  /** Whom a proof must be for. */
  audience: z.string(),
  authorizedParties: z.array(z.string()),
  loginClientIds: z.array(z.string()),
  method: z.string(),
  interactive: z.boolean(),
  scope: z.string(),
  redirectUris: z.array(z.string()),
  userinfo: z.boolean(),
  encryption: z.enum(['required', 'refused', 'optional']),
  encryptionKeysUrl: z.string(),
  algorithms: z.array(z.string()),
  origins: z.array(z.string()),
  apps: z.boolean(),
  hostedDomain: z.string().nullable(),
  acrValues: z.array(z.string()),
  maxAgeSeconds: z.number().int().nullable(),
  maxLifetimeSeconds: z.number().int(),
  skewSeconds: z.number().int(),
  minimum: z.enum(['anonymous', 'verified']),
  onRejected: z.enum(['refuse', 'anonymous']),
  assuranceMinutes: z.number().int(),
  authoritative: z.array(z.string()),
  mapping: z.record(z.string(), z.string()),
  /** The brand's own facts among those the mapping names. */
  declared: z.array(declaredFact),
  tokenEndpoint: z.string().nullable(),
  pkce: z.boolean(),
  health: connectionHealth,
});
export type ConsoleConnection = z.infer<typeof consoleConnection>;

/** `GET /v1/console/connections`: for agents with the role developer or admin. */
export const consoleConnections = z.strictObject({
  connections: z.array(consoleConnection),
  /** How long traces are kept, and of how many refused proofs of a connection and day. */
  kept: z.strictObject({ days: z.number().int(), refusedPerDay: z.number().int() }),
});
export type ConsoleConnections = z.infer<typeof consoleConnections>;

/** `GET /v1/console/connections/{connection}/attempts`: the latest first. */
export const attemptQuery = z.object({
  outcome: attemptOutcome.optional(),
  reason: rejectionReason.optional(),
  before: id.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export const attemptPage = z.strictObject({
  attempts: z.array(attemptSummary),
  /** Ask again with `before` set to this; null: these were all. */
  next: id.nullable(),
});
export type AttemptPage = z.infer<typeof attemptPage>;

/** All that was told of one attempt: what settled it first, then whatever was turned away. */
export const attemptDetail = z.strictObject({
  attempt: id,
  connection: connectionKey,
  /** Why the page was asked: `first`, `renew` or `step-up`. */
  purpose: z.string(),
  begunAt: z.iso.datetime(),
  trace,
  turnedAway: z.array(trace),
});
export type AttemptDetail = z.infer<typeof attemptDetail>;

/** `POST /v1/console/connections/{connection}/try`. Nothing of it is stored. A code is used up by it. */
export const tryProof = z.union([
  z.strictObject({ token: z.string().min(1).max(40_000) }),
  z.strictObject({
    code: z.string().min(1).max(4_000),
    redirectUri: z.string().max(2_000).optional(),
    codeVerifier: z.string().max(200).optional(),
  }),
]);
export type TryProof = z.infer<typeof tryProof>;

/** The same trace an attempt would leave, without an attempt. No session is opened. */
export const tryResult = z.strictObject({ trace: trace.omit({ attempt: true }) });
export type TryResult = z.infer<typeof tryResult>;

/** What became of one logout token the provider sent: every check, and how many sessions it ended. */
export const logoutAttempt = z.strictObject({
  id,
  at: z.iso.datetime(),
  outcome: z.enum(['verified', 'rejected']),
  reason: rejectionReason.nullable(),
  /** Everything of a subject, or one session of the provider; null of a token that was refused. */
  concerned: z.enum(['subject', 'sid']).nullable(),
  sessions: z.number().int().nullable(),
  durationMs: z.number().nonnegative(),
  steps: z.array(traceStep),
});
export type LogoutAttempt = z.infer<typeof logoutAttempt>;

/** `GET /v1/console/connections/{connection}/logouts`: where the provider sends logout tokens, and the latest first. */
export const logoutPage = z.strictObject({
  /** What to register as `backchannel_logout_uri`; null: the connection takes no logout tokens. */
  url: z.url().nullable(),
  logouts: z.array(logoutAttempt),
});
export type LogoutPage = z.infer<typeof logoutPage>;
