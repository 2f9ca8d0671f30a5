import type { IdTokenClaims } from '@countersign/claims';
import { type EmailAuthority, isAuthoritativeEmail } from './authoritative-email.js';

export type Invitation = {
  readonly id: string;
  readonly email: string;
  /** Set at the first sign-in; from then on the address says nothing. */
  readonly issuer: string | null;
  readonly subject: string | null;
  readonly removed: boolean;
};

export type Admission =
  | { readonly kind: 'known'; readonly agent: string }
  | { readonly kind: 'accepts'; readonly agent: string }
  | {
      readonly kind: 'refused';
      readonly code: 'agent_not_invited' | 'agent_domain_missing' | 'agent_email_unproven';
    };

// ASCII only: Unicode has letters whose small form is one of ours, and a mailbox of its own for each.
const folded = (text: string) => text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
const same = (a: string, b: string) => folded(a) === folded(b);

/** Who vouches for those who sign in. */
export type Voucher = { readonly issuer: string; readonly emailAuthority: EmailAuthority };

/**
 * Whether somebody who signed in may answer for the brand. The invited address is matched once, and only when the
 * issuer is authoritative for it; afterwards issuer and subject count. A demanded domain is compared with the `hd`
 * claim, never with the address.
 */
export function admitAgent(
  claims: IdTokenClaims,
  { issuer, emailAuthority }: Voucher,
  invitations: readonly Invitation[],
  hostedDomain: string | undefined,
): Admission {
  if (hostedDomain !== undefined && claims.hd !== hostedDomain)
    return { kind: 'refused', code: 'agent_domain_missing' };
  const open = invitations.filter(({ removed }) => !removed);
  const known = open.find((one) => one.issuer === issuer && one.subject === claims.sub);
  if (known) return { kind: 'known', agent: known.id };
  const invited = open.find((one) => one.subject === null && same(one.email, claims.email ?? ''));
  if (!invited) return { kind: 'refused', code: 'agent_not_invited' };
  if (!isAuthoritativeEmail(claims, emailAuthority)) return { kind: 'refused', code: 'agent_email_unproven' };
  return { kind: 'accepts', agent: invited.id };
}
