import type { IdTokenClaims } from '@countersign/claims';

type EmailClaims = Pick<IdTokenClaims, 'email' | 'email_verified' | 'hd'>;

/**
 * Whether an issuer like Google vouches for the address itself, and did not merely check it once:
 * its own mail, or an address of a Workspace domain.
 */
export function isAuthoritativeEmail({ email, email_verified: verified, hd }: EmailClaims): boolean {
  if (email === undefined || verified !== true) return false;
  return email.toLowerCase().endsWith('@gmail.com') || hd !== undefined;
}
