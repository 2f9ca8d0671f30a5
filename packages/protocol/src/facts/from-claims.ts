import {
  claimAt,
  type DeclaredFact,
  type Fact,
  factForm,
  isKnownFact,
  type Provenance,
} from '@countersign/claims';
import { type EmailAuthority, isAuthoritativeEmail } from '../identity/authoritative-email.js';

type Claims = Readonly<Record<string, unknown>>;

export type FactsFromClaims = {
  readonly claims: Claims;
  /** Path of a claim to fact; what is not listed is dropped. */
  readonly mapping: Readonly<Record<string, string>>;
  /** The claims the issuer is authoritative for; `*`: all mapped ones. A claim's members go with it. */
  readonly authoritative: readonly string[];
  readonly emailAuthority: EmailAuthority;
  /** The brand's own facts, with their types. */
  readonly declared?: readonly DeclaredFact[];
  /** The e-mail is the issuer's own statement: `email_verified` is not asked for. */
  readonly trustsEmail?: boolean;
  readonly provenance: Provenance;
};

type EmailClaims = Parameters<typeof isAuthoritativeEmail>[0];

export type MappedFacts = { readonly facts: readonly Fact[]; readonly notes: readonly string[] };

/** Claims become facts, field by field. A value that is not of its fact's form is left out and named in the notes. */
export function factsFromClaims(given: FactsFromClaims): MappedFacts {
  const { claims, mapping, provenance, declared = [] } = given;
  const facts: Fact[] = [];
  const notes: string[] = [];
  for (const [claim, name] of Object.entries(mapping)) {
    const value = claimAt(claims, claim);
    if (value === undefined || value === null) continue;
    if (claim === 'email' && !given.trustsEmail && claims['email_verified'] !== true) {
      notes.push('The e-mail was left out: the issuer does not say that it is verified.');
      continue;
    }
    const parsed = factForm(name, declared).safeParse(value);
    if (parsed.success)
      facts.push({ name, value: parsed.data as Fact['value'], sealed: isSealed(claim, given), provenance });
    else notes.push(`The claim ${claim} is not of the form of ${formOf(name, declared)}.`);
  }
  return { facts, notes };
}

const formOf = (name: string, declared: readonly DeclaredFact[]): string => {
  const own = declared.find((one) => one.name === name);
  return isKnownFact(name) ? name : own ? `${name}: ${own.type}` : 'a plain value';
};

function isSealed(
  claim: string,
  { claims, authoritative, trustsEmail, emailAuthority }: FactsFromClaims,
): boolean {
  if (authoritative.includes('*')) return true;
  const listed = authoritative.some((one) => one === claim || claim.startsWith(`${one}.`));
  if (!listed || claim !== 'email' || trustsEmail) return listed;
  return isAuthoritativeEmail(claims as EmailClaims, emailAuthority);
}
