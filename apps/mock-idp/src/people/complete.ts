import type { Person, PersonInput } from './person.js';

/** How each issuer makes a subject for somebody new. */
export type SubjectMakers = ReadonlyMap<string, () => string>;

const spoken = (id: string): string =>
  id
    .split(/[._-]/)
    .filter(Boolean)
    .map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}`)
    .join(' ');

const namesOf = ({ id, name, givenName, familyName }: PersonInput) => {
  const whole = name ?? ([givenName, familyName].filter(Boolean).join(' ') || spoken(id));
  return { name: whole, givenName: givenName ?? whole.split(' ')[0] };
};

/** Fills in what was left out: names from the id, the first issuer, a subject at each issuer. */
export function complete(input: PersonInput, makers: SubjectMakers, known?: Person): Person {
  const [first = ''] = makers.keys();
  const issuers = input.issuers ?? [...new Set([first, ...Object.keys(input.subjects ?? {})])];
  const made = issuers.map((issuer) => [
    issuer,
    input.subjects?.[issuer] ?? known?.subjects[issuer] ?? makers.get(issuer)?.() ?? '',
  ]);
  return {
    ...input,
    ...namesOf(input),
    emailVerified: input.emailVerified ?? input.email !== undefined,
    issuers,
    subjects: { ...input.subjects, ...Object.fromEntries(made) },
    claims: input.claims ?? {},
  };
}
