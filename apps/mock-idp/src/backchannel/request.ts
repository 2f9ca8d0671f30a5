import { z } from 'zod';

/** What a brand's backend asks for: a code for a customer in session, as if they had been to the authorization endpoint. */
export const codeRequest = z.strictObject({
  clientId: z.string().min(1),
  sub: z.string().min(1).max(255),
  redirectUri: z.string().min(1),
  scope: z.string().regex(/(^| )openid( |$)/, 'expected to contain openid'),
  nonce: z.string().min(1).max(1024),
  codeChallenge: z.string().regex(/^[\w~.-]{43,128}$/, 'expected 43 to 128 unreserved characters'),
  codeChallengeMethod: z.literal('S256'),
  acrValues: z.string().min(1).max(400).optional(),
  maxAge: z.int().min(0).optional(),
  /** When the customer signed in at the brand; now, if the backend does not say. Seconds. */
  authTime: z.int().min(0).optional(),
});
export type CodeRequest = z.infer<typeof codeRequest>;
