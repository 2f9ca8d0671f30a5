import { expect, test } from 'vitest';
import { ConfigRefused, readConfigFile, readConfigText } from './index.js';

const refused = (text: string): string => {
  try {
    readConfigText(text, 'seed.yaml');
  } catch (error) {
    if (error instanceof ConfigRefused) return error.message;
    throw error;
  }
  throw new Error('the text was taken');
};

test('YAML and JSON say the same', () => {
  const yaml = 'people:\n  - id: grace\n    name: Grace Okafor\nnamespaces: 8\n';
  const json = '{\n\t"people": [{ "id": "grace", "name": "Grace Okafor" }],\n\t"namespaces": 8\n}';
  expect(readConfigText(json, 'seed.json')).toEqual(readConfigText(yaml, 'seed.yaml'));
});

test.each(['', '# nothing yet\n', '{}'])('a file that says nothing changes nothing: %j', (text) => {
  expect(readConfigText(text, 'seed.yaml')).toEqual({});
});

test('an issuer gets its profile by name', () => {
  const { issuers } = readConfigText('issuers: [{ key: acme, profile: brand }]', 'seed.yaml');
  expect(issuers).toMatchObject([{ key: 'acme', label: 'acme', profile: { name: 'brand' } }]);
});

test.each([
  [
    'a member nobody knows',
    'peopel: []',
    'seed.yaml:1:1: peopel: expected no such member; there are issuers, people, clients, namespaces',
  ],
  [
    'a misspelt member of a person',
    'people:\n  - id: ada\n    nmae: Ada',
    'seed.yaml:3:5: people[0].nmae: expected no such member; there are id, name',
  ],
  [
    'a bad address',
    'people:\n  - id: ada\n    email: nowhere',
    'seed.yaml:3:5: people[0].email: expected an e-mail address',
  ],
  [
    'a missing member, at what it is missing from',
    'clients:\n  - issuer: google\n    redirectUris: ["http://localhost/x"]',
    'seed.yaml:2:5: clients[0].name: expected string, and it is missing',
  ],
  [
    'a long number without quotes',
    'people:\n  - id: ada\n    subjects: { google: 109738264519203847561 }',
    'seed.yaml:3:17: people[0].subjects.google: expected string, received number: put it in quotes',
  ],
  [
    'an id given twice',
    'people:\n  - id: ada\n  - id: ada',
    'seed.yaml:3:5: people[1].id: expected an id of its own: people[0] has this one',
  ],
  [
    'a key given twice',
    'issuers:\n  - { key: a, profile: brand }\n  - { key: a, profile: brand }',
    'seed.yaml:3:7: issuers[1].key: expected a key of its own: issuers[0] has this one',
  ],
  [
    'a client given twice',
    'clients:\n  - &c { issuer: google, clientId: x, name: X, redirectUris: ["http://localhost/"] }\n  - *c',
    'clients[1].clientId: expected an id of its own: clients[0] has this one',
  ],
  [
    'a subject given twice',
    'people:\n  - { id: a, subjects: { google: "1" } }\n  - { id: b, subjects: { google: "1" } }',
    'seed.yaml:3:26: people[1].subjects.google: expected a subject of its own: people[0] has this one',
  ],
  [
    'an unknown profile',
    'issuers:\n  - key: a\n    profile: okta',
    'seed.yaml:3:5: issuers[0].profile: there is no profile okta: expected one of brand, google',
  ],
  [
    'an unknown issuer of a person',
    'people:\n  - id: ada\n    issuers: [gogle]',
    'seed.yaml:3:15: people[0].issuers[0]: there is no issuer gogle: expected one of google, larkspur, juniper',
  ],
  [
    'an unknown issuer of a client',
    'clients:\n  - { issuer: okta, name: X, redirectUris: ["http://localhost/"] }',
    'seed.yaml:2:7: clients[0].issuer: there is no issuer okta',
  ],
  [
    'a path that is taken',
    'issuers: [{ key: control, profile: brand }]',
    'seed.yaml:1:13: issuers[0].key: expected another name',
  ],
  ['text that is neither', 'people:\n  - id: "ada\n', 'seed.yaml:3:1: expected YAML or JSON'],
  ['a list where a map belongs', '- id: ada', 'seed.yaml:1:1: expected object, received array'],
])('%s is refused with its place', (_what, text, message) => {
  expect(refused(text)).toContain(message);
});

test('what an issuer does not do is refused in a client of it', () => {
  const client =
    '{ issuer: google, name: X, redirectUris: ["http://localhost/"], postLogoutRedirectUris: [] }';
  expect(refused(`clients:\n  - ${client}`)).toBe(
    'seed.yaml:2:69: clients[0].postLogoutRedirectUris: expected nothing of the kind: Google does not do this',
  );
});

test('an issuer can know the people of another', () => {
  const two = (of: string) =>
    `issuers:\n  - { key: a, profile: strict }\n  - { key: b, profile: strict, peopleOf: ${of} }`;
  expect(readConfigText(two('a'), 'seed.yaml').issuers?.[1]).toMatchObject({ key: 'b', peopleOf: 'a' });
  expect(refused(two('c'))).toBe(
    'seed.yaml:3:32: issuers[1].peopleOf: there is no issuer c: expected one of a, b',
  );
});

test('every problem of a file is told at once, from top to bottom', () => {
  const text = 'people:\n  - id: ADA\n  - id: ben\n    email: nowhere\nnamespaces: 0\n';
  expect(
    refused(text)
      .split('\n')
      .map((line) => line.split(': ')[0]),
  ).toEqual(['seed.yaml:2:5', 'seed.yaml:4:5', 'seed.yaml:5:1']);
});

test('a file that is not there is named', async () => {
  await expect(readConfigFile('/nowhere/seed.yaml')).rejects.toThrow(
    '/nowhere/seed.yaml: expected a file that can be read (ENOENT)',
  );
});
