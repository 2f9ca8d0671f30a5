import type { IdTokenClaims } from '@countersign/claims';

type EmailClaims = Pick<IdTokenClaims, 'email' | 'email_verified' | 'hd'>;

/** Whose rules hold: Google's, or those of an issuer that stands for its own people. */
export type EmailAuthority = 'google' | 'own';

const ofGoogle = /@(gmail|googlemail)\.com$/i;

/**
 * Whether an issuer vouches for the address itself, and did not merely check it once. Google does for its own mail and
 * for an account that an organisation manages; any other issuer does for its own people, and never for Google's mail.
 */
export function isAuthoritativeEmail(
  { email, email_verified: verified, hd }: EmailClaims,
  authority: EmailAuthority,
): boolean {
  if (email === undefined || verified !== true) return false;
  return authority === 'google' ? ofGoogle.test(email) || hd !== undefined : !ofGoogle.test(email);
}
