import type { Account } from 'oidc-provider';
import type { Person } from '../people/index.js';

const standardClaims = (person: Person): Record<string, unknown> => ({
  name: person.name,
  given_name: person.givenName,
  family_name: person.familyName,
  picture: person.picture,
  hd: person.hd,
  ...(person.email === undefined ? {} : { email: person.email, email_verified: person.emailVerified }),
});

/** Which scope brings which claim. */
export const claimsByScope = {
  openid: ['sub', 'hd'],
  email: ['email', 'email_verified'],
  profile: ['name', 'given_name', 'family_name', 'picture'],
};

export const accountOf = (person: Person, subject: string): Account => ({
  accountId: subject,
  claims: async () => {
    const said = Object.entries(standardClaims(person)).filter(([, value]) => value !== undefined);
    return { sub: subject, ...Object.fromEntries(said) };
  },
});

/** What these scopes tell of somebody; who they are is told in any case. */
export function claimsOf(person: Person, subject: string, scope: string): Record<string, unknown> {
  const scopes = new Set(scope.split(' '));
  const told = Object.entries(claimsByScope)
    .filter(([name]) => scopes.has(name))
    .flatMap(([, names]) => names);
  const known: Record<string, unknown> = { ...standardClaims(person), sub: subject };
  const said = new Set(['sub', ...told]);
  return Object.fromEntries(
    Object.entries(known).filter(([name, value]) => said.has(name) && value !== undefined),
  );
}
