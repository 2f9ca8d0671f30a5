import { z } from 'zod';

/** What the chat hands the page's method, as far as a brand needs it. */
export const attempt = z.looseObject({
  attempt: z.string().max(64),
  issuer: z.string().max(400),
  /** For envelopes: the audience. */
  clientId: z.string().max(400),
  scope: z.string().max(200),
  nonce: z.string().max(200),
  codeChallenge: z.string().max(128).optional(),
  codeChallengeMethod: z.literal('S256').optional(),
  maxAge: z.number().int().optional(),
  acrValues: z.array(z.string().max(100)).optional(),
});
export type Attempt = z.infer<typeof attempt>;

/** What the page's method answers. */
export type Proof = { code: string; redirectUri?: string; iss?: string } | { idToken: string };
