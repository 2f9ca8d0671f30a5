import { assurance, rejectionReason, storable } from '@countersign/claims';
import { z } from 'zod';
import { brandSlug, connectionKey, id } from '../names.js';

/** `GET /v1/embed/{brand}?connection=…`: the little a page may know before anyone has said who they are. */
export const embedView = z.strictObject({
  brand: z.strictObject({ slug: brandSlug, name: z.string(), accent: z.string() }),
  connection: z.strictObject({
    key: connectionKey,
    flow: z.enum(['code', 'implicit']),
    /** The page's JavaScript method that answers a proof. */
    method: z.string(),
    /** The method opens a window and must be called within a click: the attempt is fetched beforehand. */
    interactive: z.boolean(),
  }),
  minimum: z.enum(['anonymous', 'verified']),
  onRejected: z.enum(['refuse', 'anonymous']),
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
  conversation: z.strictObject({ id, lastNumber: z.number().int() }).nullable(),
  /** An anonymous session that stands in for a refused proof says why. */
  rejected: z.strictObject({ reason: rejectionReason, attempt: id }).nullable(),
  attempt: id.nullable(),
});
export type SessionView = z.infer<typeof sessionView>;
