import { z } from 'zod';

/**
 * What the chat hands the page's method or the app's token provider, as far as a brand needs it.
 * Members that are not listed here are dropped: whoever asks cannot smuggle a subject along.
 */
export const attempt = z.object({
  attempt: z.string().max(64),
  /** `first`, `renew` before the proof runs out, or `step-up` when more is demanded. */
  reason: z.enum(['first', 'renew', 'step-up']).optional(),
  issuer: z.string().max(400),
  /** For envelopes: the audience. */
  clientId: z.string().max(400),
  scope: z.string().max(200),
  nonce: z.string().max(200),
  /** Present in the Code Flow alone. */
  codeChallenge: z.string().max(128).optional(),
  codeChallengeMethod: z.literal('S256').optional(),
  /** Seconds since the customer signed in, at most. */
  maxAge: z.number().int().optional(),
  acrValues: z.array(z.string().max(100)).optional(),
});
export type Attempt = z.infer<typeof attempt>;

/** What the page's method answers. */
export type Proof = { code: string; redirectUri?: string; iss?: string } | { idToken: string };
