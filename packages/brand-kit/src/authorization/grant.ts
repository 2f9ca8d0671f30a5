import { z } from 'zod';
import type { SignedIn } from './options.js';

/** Who signed in, how, and for which client: what a code and an access token stand for. */
export const grant = z.object({
  clientId: z.string(),
  scope: z.string(),
  subject: z.string(),
  /** Seconds since 1970. */
  authTime: z.number().optional(),
  acr: z.string().optional(),
  sid: z.string().optional(),
  /** Milliseconds since 1970. */
  issuedAt: z.number(),
});
export type Grant = z.infer<typeof grant>;

/** What a grant keeps of a customer in session. */
export function grantOf(
  clientId: string,
  scope: string,
  { subject, authTime, acr, sid }: SignedIn,
): Omit<Grant, 'issuedAt'> {
  return {
    clientId,
    scope,
    subject,
    ...(authTime ? { authTime: Math.floor(authTime.getTime() / 1_000) } : {}),
    ...(acr === undefined ? {} : { acr }),
    ...(sid === undefined ? {} : { sid }),
  };
}
