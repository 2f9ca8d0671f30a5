import { expect, test } from 'vitest';
import { readConfig } from './env.js';

const least = {
  PUBLIC_URL: 'https://chat.example',
  WORKSPACE_URL: 'https://desk.example',
  DATABASE_URL: 'postgresql://x',
  MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  OPERATOR_KEY: 'a-key-of-enough-letters-for-all',
  TRUSTED_PROXIES: '1',
};

test('production is what runs when nobody says otherwise, and takes nothing from this machine', () => {
  expect(readConfig(least)).toMatchObject({ NODE_ENV: 'production', loopback: false, TRUSTED_PROXIES: 1 });
});

test('production behind https demands to know of the proxy that speaks it, and a demo does not', () => {
  const unsaid = { ...least, TRUSTED_PROXIES: '0' };
  expect(() => readConfig(unsaid)).toThrow(/plain http[\s\S]*TRUSTED_PROXIES/);
  expect(readConfig({ ...unsaid, COUNTERSIGN_DEMO: '1' }).TRUSTED_PROXIES).toBe(0);
});

test.each(['PUBLIC_URL', 'WORKSPACE_URL'])(
  'production refuses %s without https, and a demo takes it',
  (name) => {
    const plain = { ...least, [name]: 'http://chat.example' };
    expect(() => readConfig(plain)).toThrow(new RegExp(`is not https[\\s\\S]*${name}`));
    expect(readConfig({ ...plain, COUNTERSIGN_DEMO: '1' }).loopback).toBe(true);
    expect(readConfig({ ...least, [name]: 'http://localhost:4100' }).loopback).toBe(false);
  },
);

test('a slash at the end of an address is taken off, for nobody’s proof is made for it', () => {
  expect(readConfig({ ...least, PUBLIC_URL: 'https://chat.example/' }).PUBLIC_URL).toBe(
    'https://chat.example',
  );
});

test.each([
  'https://chat.example/path',
  'https://chat.example:443',
  'https://Chat.example',
  'ftp://chat.example',
])('%s is no origin', (url) => expect(() => readConfig({ ...least, PUBLIC_URL: url })).toThrow(/PUBLIC_URL/));

test('production refuses the test clock, also as a demo, and names the variable', () => {
  const moved = { ...least, COUNTERSIGN_TEST_CLOCK: '1' };
  for (const source of [moved, { ...moved, COUNTERSIGN_DEMO: '1' }, { ...moved, NODE_ENV: 'production' }])
    expect(() => readConfig(source)).toThrow(/never for production[\s\S]*COUNTERSIGN_TEST_CLOCK/);
  expect(readConfig({ ...moved, NODE_ENV: 'development' }).COUNTERSIGN_TEST_CLOCK).toBe(true);
  expect(readConfig(least).COUNTERSIGN_TEST_CLOCK).toBe(false);
});

test('a bucket for files wants its keys, and each that is missing is named', () => {
  expect(readConfig(least).bucket).toBeUndefined();
  const named = { ...least, S3_BUCKET: 'files' };
  expect(() => readConfig(named)).toThrow(/S3_ACCESS_KEY_ID[\s\S]*S3_SECRET_ACCESS_KEY/);
  const whole = { ...named, S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' };
  expect(readConfig(whole).bucket).toMatchObject({ name: 'files', region: 'us-east-1', accessKeyId: 'id' });
});
