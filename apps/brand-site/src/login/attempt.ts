import { z } from 'zod';
import type { BrandSlug } from '../brands/brand';
import { loginWay } from '../customers/customer';

/** What the site remembers between sending somebody to the provider and their return. */
export const loginAttempt = z.object({
  way: loginWay,
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
});
export type LoginAttempt = z.infer<typeof loginAttempt>;

export const attemptSeconds = 600;
export const attemptCookie = (brand: BrandSlug): string => `${brand}_login`;

/** A path of this site, or the account page: a link from elsewhere cannot send anybody off after the login. */
export function safePath(to: string | null | undefined, otherwise: string): string {
  if (!to?.startsWith('/') || /^\/[/\\]|[\s\\]/.test(to)) return otherwise;
  return to;
}

/** Why somebody is back at the login page, in words for them. */
export const problems = {
  cancelled: 'You cancelled the sign-in. Nothing has changed.',
  expired: 'That sign-in took too long or was begun in another window. Start again.',
  refused: 'The provider could not confirm who you are. Try again, or use another account.',
  unavailable: 'The sign-in service does not answer right now. Try again in a minute.',
} as const;
export type LoginProblem = keyof typeof problems;

export const problemText = (problem: unknown): string | undefined =>
  typeof problem === 'string' && Object.hasOwn(problems, problem)
    ? problems[problem as LoginProblem]
    : undefined;
