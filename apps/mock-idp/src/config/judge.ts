import type { z } from 'zod';
import type { IssuerPlan } from '../issuers.js';
import type { Problem } from './problem.js';
import { type ConfigFile, membersAt } from './shape.js';

/** A message of zod's, as the sentence of a problem. */
function expectedOf({ code, message }: z.core.$ZodIssue): string {
  const said = message.replace(/^Invalid (input|option): /, '');
  if (code !== 'invalid_type') return said;
  // Long numbers lose their last digits before anybody sees them.
  if (said === 'expected string, received number') return `${said}: put it in quotes`;
  return said.replace(/received undefined$/, 'and it is missing');
}

/** What zod found, each as a member and what was expected of it. */
export const problemsOf = ({ issues }: z.ZodError): Problem[] =>
  issues.flatMap((issue): Problem[] => {
    const { path } = issue;
    if (issue.code !== 'unrecognized_keys') return [{ path, expected: expectedOf(issue) }];
    const members = membersAt(path);
    const expected = `expected no such member${members ? `; there are ${members}` : ''}`;
    return issue.keys.map((member) => ({ path, member, expected }));
  });

const oneOf = (names: readonly string[]): string => `expected one of ${names.join(', ')}`;

/** The second and every later one that says the same. */
function twice<Item>(
  list: readonly Item[],
  said: (item: Item) => string,
  problem: (index: number, first: number) => Problem,
) {
  const first = new Map<string, number>();
  return list.flatMap((item, index): Problem[] => {
    const before = first.get(said(item));
    if (before === undefined) {
      first.set(said(item), index);
      return [];
    }
    return [problem(index, before)];
  });
}

type Subject = { readonly person: number; readonly issuer: string; readonly subject: string };

const subjectsOf = ({ people = [] }: ConfigFile): Subject[] =>
  people.flatMap(({ subjects = {} }, person) =>
    Object.entries(subjects).map(([issuer, subject]) => ({ person, issuer, subject })),
  );

const doubles = (file: ConfigFile): Problem[] => [
  ...twice(
    file.issuers ?? [],
    ({ key }) => key,
    (index, first) => ({
      path: ['issuers', index, 'key'],
      expected: `expected a key of its own: issuers[${first}] has this one`,
    }),
  ),
  ...twice(
    file.people ?? [],
    ({ id }) => id,
    (index, first) => ({
      path: ['people', index, 'id'],
      expected: `expected an id of its own: people[${first}] has this one`,
    }),
  ),
  ...twice(
    (file.clients ?? []).map(({ issuer, clientId }, index) => `${issuer} ${clientId ?? `made up ${index}`}`),
    String,
    (index, first) => ({
      path: ['clients', index, 'clientId'],
      expected: `expected an id of its own: clients[${first}] has this one`,
    }),
  ),
  ...subjectsTwice(file),
];

function subjectsTwice(file: ConfigFile): Problem[] {
  const subjects = subjectsOf(file);
  return twice(
    subjects,
    ({ issuer, subject }) => `${issuer} ${subject}`,
    (index, first) => {
      const { person = 0, issuer = '' } = subjects[index] ?? {};
      return {
        path: ['people', person, 'subjects', issuer],
        expected: `expected a subject of its own: people[${subjects[first]?.person}] has this one`,
      };
    },
  );
}

/** Every issuer that a person or a client names has to be there. */
function strangers(
  { issuers = [], people = [], clients = [] }: ConfigFile,
  known: readonly string[],
): Problem[] {
  const named: [string, PropertyKey[]][] = [
    ...issuers.flatMap(({ peopleOf }, index): [string, PropertyKey[]][] =>
      peopleOf === undefined ? [] : [[peopleOf, ['issuers', index, 'peopleOf']]],
    ),
    ...clients.map(({ issuer }, index): [string, PropertyKey[]] => [issuer, ['clients', index, 'issuer']]),
    ...people.flatMap(({ issuers = [], subjects = {}, claims = {} }, index) => [
      ...issuers.map((issuer, at): [string, PropertyKey[]] => [issuer, ['people', index, 'issuers', at]]),
      ...Object.keys(subjects).map((issuer): [string, PropertyKey[]] => [
        issuer,
        ['people', index, 'subjects', issuer],
      ]),
      ...Object.keys(claims).map((issuer): [string, PropertyKey[]] => [
        issuer,
        ['people', index, 'claims', issuer],
      ]),
    ]),
  ];
  return named
    .filter(([issuer]) => !known.includes(issuer))
    .map(([issuer, path]) => ({ path, expected: `there is no issuer ${issuer}: ${oneOf(known)}` }));
}

/** What a shape cannot say: what is there twice, and what is named and not there. */
export function judge(
  file: ConfigFile,
  plans: readonly IssuerPlan[],
  profiles: readonly string[],
): Problem[] {
  const unknown = (file.issuers ?? []).flatMap(({ profile }, index): Problem[] =>
    profiles.includes(profile)
      ? []
      : [
          {
            path: ['issuers', index, 'profile'],
            expected: `there is no profile ${profile}: ${oneOf(profiles)}`,
          },
        ],
  );
  const keys = file.issuers?.map(({ key }) => key) ?? plans.map(({ key }) => key);
  return [...unknown, ...doubles(file), ...strangers(file, keys)];
}
