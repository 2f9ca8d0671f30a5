import { type FactsFromClaims, factsFromClaims, type MappedFacts } from '../from-claims.js';
import { factsFromSdes } from './from-sdes.js';

/** What LivePerson shows of a token's standard claims. */
export const standardClaims: Readonly<Record<string, string>> = {
  sub: 'customer_id',
  given_name: 'given_name',
  family_name: 'family_name',
  email: 'email',
  gender: 'gender',
  preferred_username: 'user_name',
  phone_number: 'phone_number',
};

/**
 * The facts of a token made for LivePerson. Field by field the connection's own mapping comes first, then `lp_sdes`,
 * then the standard claims: what somebody declared, what the token says for this very purpose, what it says anyway.
 */
export function factsFromLiveperson(given: Omit<FactsFromClaims, 'trustsEmail'>): MappedFacts {
  const { claims, authoritative, provenance } = given;
  const sealed = authoritative.includes('*') || authoritative.includes('lp_sdes');
  const read = [
    factsFromClaims({ ...given, trustsEmail: true }),
    factsFromSdes({ sdes: claims['lp_sdes'], sealed, provenance }),
    factsFromClaims({ ...given, mapping: standardClaims, trustsEmail: true }),
  ];
  const named = new Set<string>();
  const facts = read.flatMap((one) => one.facts.filter(({ name }) => !named.has(name) && named.add(name)));
  return { facts, notes: [...new Set(read.flatMap(({ notes }) => notes))] };
}
