import { relaxations } from '@countersign/claims';
import type { ConsoleConnection } from '@countersign/contracts';
import { expect, test } from 'vitest';
import { languages, wordsOf } from '../words/languages';
import { settingsOf } from './settings';

const words = wordsOf('en').settings;

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
    settingsOf({ ...connection, ...more }, words).map(({ title, text, values }) => [title, [text, values]]),
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
  const lines = settingsOf({ ...connection, mode: 'liveperson', relaxed: [...relaxed] }, words);
  for (const name of relaxed) expect(lines.map(({ text }) => text)).toContain(relaxations[name]);
  const read = said({ mode: 'liveperson', relaxed: [...relaxed] });
  expect(read['`aud`']?.[0]).toMatch(/^Where there is one/);
  expect(read['A proof counts for']?.[0]).toBe('As long as its token, until `exp`.');
});

test("a brand's own fact is shown with its type", () => {
  const declared = [{ name: 'points', type: 'number' as const }];
  const read = said({ mapping: { 'loyalty.points': 'points' }, declared });
  expect(read['Claims that become facts']?.[1]).toEqual(['loyalty.points → points (number)']);
});

test('two settings are never called alike in any language, so that none is lost beside another', () => {
  for (const language of languages) {
    const titles = settingsOf(connection, wordsOf(language).settings).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  }
});
