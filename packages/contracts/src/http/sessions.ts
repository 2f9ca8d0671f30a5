import { assurance, rejectionReason, storable } from '@countersign/claims';
import { z } from 'zod';
import { brandSlug, connectionKey, id } from '../names.js';
import { widgetLook } from './look.js';

/** `GET /v1/embed/{brand}?connection=…`: the little a page may know before anyone has said who they are. */
export const embedView = z.strictObject({
  brand: z.strictObject({ slug: brandSlug, name: z.string(), accent: z.string(), look: widgetLook }),
  connection: z.strictObject({
    key: connectionKey,
    flow: z.enum(['code', 'implicit']),
    /** The page's JavaScript method that answers a proof. */
    method: z.string(),
    /** The method opens a window and must be called within a click: the attempt is fetched beforehand. */
    interactive: z.boolean(),
    /** The chat may open in a window of its own, `{API}/window/{brand}`. */
    window: z.boolean(),
    /** The provider proves when, or how, somebody signed in: they may be asked to do so anew. */
    stepUp: z.boolean(),
    /** The service renews a proof by itself, by the provider's refresh token. */
    refresh: z.boolean(),
  }),
  minimum: z.enum(['anonymous', 'verified']),
  onRejected: z.enum(['refuse', 'anonymous']),
  /** Whether an agent is on duty now. Who has a socket is told by `duty:changed` when that changes. */
  answering: z.boolean(),
  demo: z.boolean(),
  /** The service's time: proofs of possession and lifetimes go by it, whatever the device's clock says. */
  now: z.iso.datetime(),
});
export type EmbedView = z.infer<typeof embedView>;

/** `POST /v1/attempts`. Header `DPoP`. */
export const beginAttempt = z.strictObject({
  brand: brandSlug,
  connection: connectionKey,
  reason: z.enum(['first', 'renew', 'step-up']).default('first'),
  /** The request of an agent, or of an act, that it answers: what that demands is demanded of the proof. */
  request: id.optional(),
});
export type BeginAttempt = z.input<typeof beginAttempt>;

/** What the page's method is given. For envelopes `clientId` is the audience, and there is no challenge. */
export const attemptView = z.strictObject({
  attempt: id,
  reason: z.enum(['first', 'renew', 'step-up']),
  issuer: z.string(),
  clientId: z.string(),
  scope: z.string(),
  nonce: z.string(),
  codeChallenge: z.string().optional(),
  codeChallengeMethod: z.literal('S256').optional(),
  maxAge: z.number().int().optional(),
  acrValues: z.array(z.string()).optional(),
  expiresAt: z.iso.datetime(),
});
export type AttemptView = z.infer<typeof attemptView>;

/** What the page's method answers. */
export const proof = z.union([
  z.strictObject({ code: z.string().min(1), redirectUri: z.string().optional(), iss: z.string().optional() }),
  // Whatever a page answers is judged, and refused with a reason: what no database keeps is no token either way.
  z.strictObject({ idToken: z.string().transform(storable) }),
]);
export type Proof = z.infer<typeof proof>;

/** Why there is no proof: the consumer declined, or the page's method failed in one of these ways. */
export const noProof = z.enum([
  'declined',
  'page_method_missing',
  'page_method_failed',
  'page_method_silent',
  'proof_missing',
]);
export type NoProof = z.infer<typeof noProof>;

/** `POST /v1/sessions`. Header `DPoP`. */
export const openSession = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('proof'), brand: brandSlug, attempt: id, proof }),
  /** The page's method failed or declined: recorded, so that the brand's developer can read it. */
  z.strictObject({
    kind: z.literal('no-proof'),
    brand: brandSlug,
    attempt: id,
    why: noProof,
  }),
  z.strictObject({ kind: z.literal('anonymous'), brand: brandSlug, connection: connectionKey }),
  /** After a page load, or when the token runs out: by key alone. Rule: a verified one only for the same person. */
  z.strictObject({ kind: z.literal('resume'), brand: brandSlug, signedInAs: z.string().max(255).nullable() }),
]);
export type OpenSession = z.infer<typeof openSession>;

/** Somebody asks the consumer to sign in, or to prove anew who they are. */
export const identityRequest = z.strictObject({
  id,
  kind: z.enum(['sign-in', 'step-up']),
  /** The agent who asks; null: an act demands it. */
  by: z.string().nullable(),
  at: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type IdentityRequest = z.infer<typeof identityRequest>;

/** Answers 200 with this, or 204 when there is nothing to resume and for a declined proof. */
export const sessionView = z.strictObject({
  session: id,
  brand: brandSlug,
  connection: connectionKey,
  /** Opaque, bound to the key, ten minutes. In memory only. */
  token: z.string(),
  tokenExpiresAt: z.iso.datetime(),
  assurance,
  displayName: z.string().nullable(),
  /** Until when the proof counts; null for an anonymous session. */
  holdsUntil: z.iso.datetime().nullable(),
  /** Whose it is, by an id of the service's own that tells nothing: all sessions of one person have it in common. Null: nobody is proven. */
  consumer: id.nullable(),
  /** The sessions of this browser that follow each other for one person, and the windows popped out of them. */
  family: id,
  /** From when on a new proof is worth asking for; null for an anonymous session. */
  renewFrom: z.iso.datetime().nullable(),
  /** Until when what waits can still be sent after a new proof. Null for an anonymous session. */
  graceUntil: z.iso.datetime().nullable(),
  /** `readNumber`: how far the consumer has read, on whatever device. */
  conversation: z.strictObject({ id, lastNumber: z.number().int(), readNumber: z.number().int() }).nullable(),
  /** Whether they had conversations before that one. */
  earlier: z.boolean(),
  /** What this browser said anonymously until just now, and may go on with as the person who is proven. */
  offer: z.strictObject({ conversation: id, lastNumber: z.number().int() }).nullable(),
  /** What is asked of the consumer at the moment. */
  request: identityRequest.nullable(),
  /** An anonymous session that stands in for a refused proof says why. */
  rejected: z.strictObject({ reason: rejectionReason, attempt: id }).nullable(),
  attempt: id.nullable(),
});
export type SessionView = z.infer<typeof sessionView>;
