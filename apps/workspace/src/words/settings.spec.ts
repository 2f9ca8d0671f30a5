import { relaxations } from '@countersign/claims';
import type { ConsoleConnection } from '@countersign/contracts';
import { expect, test } from 'vitest';
import { settingsOf } from './settings';

const connection: ConsoleConnection = {
  key: 'sealed',
  label: 'Implicit Flow, signed and encrypted',
  flow: 'implicit',
  mode: 'strict',
  relaxed: [],
  declared: [],
  tokenEndpoint: null,
  pkce: true,
  issuer: {
    url: 'https://larkspur.example',
    aliases: [],
    label: 'Larkspur',
    keys: 'jwks',
    jwksUri: 'https://larkspur.example/jwks.json',
  },
  audience: 'https://chat.example/connections/1',
  authorizedParties: [],
  loginClientIds: [],
  method: 'getChatProof',
  interactive: false,
  scope: 'openid',
  redirectUris: [],
  userinfo: false,
  encryption: 'required',
  encryptionKeysUrl: 'https://chat.example/v1/brands/larkspur/jwks',
  algorithms: ['RS256'],
  origins: ['https://www.larkspur.example'],
  apps: false,
  hostedDomain: null,
  acrValues: [],
  maxAgeSeconds: null,
  maxLifetimeSeconds: 3_600,
  skewSeconds: 60,
  minimum: 'anonymous',
  onRejected: 'refuse',
  assuranceMinutes: 60,
  authoritative: ['*'],
  mapping: { sub: 'sub', account_no: 'account_number' },
  health: {
    latest: null,
    hour: { verified: 0, declined: 0, rejected: 0 },
    today: { rejected: 0, dropped: 0 },
  },
};

const said = (more: Partial<ConsoleConnection> = {}) =>
  Object.fromEntries(
    settingsOf({ ...connection, ...more }).map(({ title, text, values }) => [title, [text, values]]),
  );

test('what a token must meet stands there exactly', () => {
  const settings = said();
  expect(settings['`aud`']?.[1]).toEqual(['https://chat.example/connections/1']);
  expect(settings['`iss`']?.[1]).toEqual(['https://larkspur.example', 'https://larkspur.example/jwks.json']);
  expect(settings['Encryption']).toEqual([
    'Demanded: sign first, then encrypt to a key from',
    ['https://chat.example/v1/brands/larkspur/jwks'],
  ]);
  expect(settings['Time']?.[0]).toBe('At most an hour from `iat` to `exp`; clocks may differ by 60 seconds.');
});

test('what is not demanded is not mentioned', () => {
  expect(Object.keys(said())).not.toContain('`hd`');
  expect(said({ hostedDomain: 'larkspur.example' })['`hd`']).toEqual(['Exactly:', ['larkspur.example']]);
  expect(said({ maxAgeSeconds: 300 })['`auth_time`']?.[0]).toBe('At most 5 minutes ago.');
});

test('a claim under another name is shown with both', () => {
  expect(said()['Claims that become facts']?.[1]).toEqual(['sub', 'account_no → account_number']);
});

test('what LivePerson mode relaxes is said, rule by rule', () => {
  const relaxed = ['nonce', 'audience', 'assurance'] as const;
  const lines = settingsOf({ ...connection, mode: 'liveperson', relaxed: [...relaxed] });
  for (const name of relaxed) expect(lines.map(({ text }) => text)).toContain(relaxations[name]);
  const words = said({ mode: 'liveperson', relaxed: [...relaxed] });
  expect(words['`aud`']?.[0]).toMatch(/^Where there is one/);
  expect(words['A proof counts for']?.[0]).toBe('As long as its token, until `exp`.');
});

test("a brand's own fact is shown with its type", () => {
  const declared = [{ name: 'points', type: 'number' as const }];
  const words = said({ mapping: { 'loyalty.points': 'points' }, declared });
  expect(words['Claims that become facts']?.[1]).toEqual(['loyalty.points → points (number)']);
});
