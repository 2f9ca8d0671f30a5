import { type Fact, factValueSchema, isKnownFact, type Provenance } from '@countersign/claims';
import { type EmailAuthority, isAuthoritativeEmail } from '../identity/authoritative-email.js';

export type FactsFromClaims = {
  readonly claims: Readonly<Record<string, unknown>>;
  /** Claim to fact; what is not listed is dropped. */
  readonly mapping: Readonly<Record<string, string>>;
  /** The claims the issuer is authoritative for; `*`: all mapped ones. */
  readonly authoritative: readonly string[];
  readonly emailAuthority: EmailAuthority;
  readonly provenance: Provenance;
};

type EmailClaims = Parameters<typeof isAuthoritativeEmail>[0];

export type MappedFacts = { readonly facts: readonly Fact[]; readonly notes: readonly string[] };

/** Claims become facts, field by field. A value that is not of its fact's form is left out and named in the notes. */
export function factsFromClaims({
  claims,
  mapping,
  authoritative,
  emailAuthority,
  provenance,
}: FactsFromClaims): MappedFacts {
  const facts: Fact[] = [];
  const notes: string[] = [];
  for (const [claim, name] of Object.entries(mapping)) {
    const value = claims[claim];
    if (value === undefined || value === null) continue;
    if (claim === 'email' && claims['email_verified'] !== true) {
      notes.push('The e-mail was left out: the issuer does not say that it is verified.');
      continue;
    }
    const parsed = factValueSchema(name).safeParse(value);
    if (parsed.success)
      facts.push({
        name,
        value: parsed.data as Fact['value'],
        sealed: isSealed(claim, { claims, authoritative, emailAuthority }),
        provenance,
      });
    else
      notes.push(`The claim ${claim} is not of the form of ${isKnownFact(name) ? name : 'a plain value'}.`);
  }
  return { facts, notes };
}

function isSealed(
  claim: string,
  {
    claims,
    authoritative,
    emailAuthority,
  }: Pick<FactsFromClaims, 'claims' | 'authoritative' | 'emailAuthority'>,
): boolean {
  if (authoritative.includes('*')) return true;
  if (!authoritative.includes(claim)) return false;
  return claim !== 'email' || isAuthoritativeEmail(claims as EmailClaims, emailAuthority);
}
