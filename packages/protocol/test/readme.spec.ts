import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { checks, linesOf, logoutChecks } from '../src/index.js';

const CERTS = 'https://www.googleapis.com/oauth2/v3/certs';
const CLIENT = '1234567890-chat.apps.googleusercontent.com';
const attempt = { nonce: 'nonce-of-this-attempt', startedAt: new Date() };
const subject = '104729104729104729104';
const kids = ['4f1a', '9c0b'].map((one) => one.repeat(10));

type Reader = (idToken: string, clientId: string, given: typeof attempt) => Promise<unknown>;

const readmeOf = (room: string) => readFileSync(new URL(`../../${room}/README.md`, import.meta.url), 'utf8');
const guide = readFileSync(new URL('../../../docs/guide/verifying.md', import.meta.url), 'utf8');
const blockOf = (room: string): string => /```js\n([\s\S]*?)```/.exec(readmeOf(room))?.[1] ?? '';

// A machine that is busy takes its time over the first import.
const PATIENCE = { timeout: 60_000 };

/** The block as it stands, put where a reader's own file would find both packages by their names. */
async function load(room: string): Promise<Reader> {
  const file = new URL(`../dist/readme-${room}-${randomUUID()}.mjs`, import.meta.url);
  writeFileSync(file, blockOf(room));
  try {
    const [read] = Object.values((await import(/* @vite-ignore */ file.href)) as Record<string, Reader>);
    if (!read) throw new Error(`the README of ${room} exports nothing`);
    return read;
  } finally {
    rmSync(file);
  }
}

/** Two keys as Google publishes them, the first of which signs. */
async function google(): Promise<{ keys: JWK[]; token: (changed?: object) => Promise<string> }> {
  const pairs = await Promise.all(kids.map(() => generateKeyPair('RS256', { extractable: true })));
  const keys = await Promise.all(
    pairs.map(async ({ publicKey }, at) => ({
      ...(await exportJWK(publicKey)),
      kid: kids[at] ?? '',
      alg: 'RS256',
      use: 'sig',
    })),
  );
  const iat = Math.floor(Date.now() / 1_000);
  const claims = {
    iss: 'https://accounts.google.com',
    azp: CLIENT,
    aud: CLIENT,
    sub: subject,
    email: 'ada@mail.example',
    email_verified: true,
    at_hash: 'AAAAAAAAAAAAAAAAAAAAAA',
    nonce: attempt.nonce,
    name: 'Ada Lovelace',
    picture: 'https://lh3.googleusercontent.com/a/ada=s96-c',
    given_name: 'Ada',
    family_name: 'Lovelace',
    iat,
    exp: iat + 3_600,
  };
  const [signer] = pairs;
  if (!signer) throw new Error('no key was made');
  return {
    keys,
    token: (changed = {}) =>
      new SignJWT({ ...claims, ...changed })
        .setProtectedHeader({ alg: 'RS256', kid: kids[0] ?? '', typ: 'JWT' })
        .sign(signer.privateKey),
  };
}

const { keys, token } = await google();

beforeEach(() => {
  vi.stubGlobal('fetch', async (url: string) => {
    expect(url).toBe(CERTS);
    return Response.json({ keys });
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('the README of protocol', PATIENCE, () => {
  test('verifies a Google ID token in ten lines', async () => {
    expect(blockOf('protocol').trim().split('\n').length).toBeLessThanOrEqual(10);
    const whoIs = await load('protocol');
    expect(await whoIs(await token(), CLIENT, attempt)).toEqual({
      issuer: 'https://accounts.google.com',
      subject,
    });
    expect(await whoIs(await token({ iss: 'accounts.google.com' }), CLIENT, attempt)).toMatchObject({
      subject,
    });
  });

  test('refuses with its ten lines what is not for the reader', async () => {
    const whoIs = await load('protocol');
    await expect(whoIs(await token({ aud: 'another' }), CLIENT, attempt)).rejects.toThrow(
      'audience_mismatch',
    );
    await expect(whoIs(await token({ nonce: 'another' }), CLIENT, attempt)).rejects.toThrow('nonce_mismatch');
  });
});

describe('the README of claims', PATIENCE, () => {
  test('tells in ten lines what a Google ID token says, or why it is refused', async () => {
    expect(blockOf('claims').trim().split('\n').length).toBeLessThanOrEqual(10);
    const judge = await load('claims');
    expect(await judge(await token(), CLIENT, attempt)).toMatchObject({ sub: subject, name: 'Ada Lovelace' });
    expect(await judge(await token({ exp: 1 }), CLIENT, attempt)).toBe('`exp` lies in the past.');
  });
});

test('the guide lists every check with its sentence and its clause, in order', () => {
  const [, table = ''] = /<!-- checks -->\n([\s\S]*?)<!-- \/checks -->/.exec(guide) ?? [];
  const rows = linesOf(checks).map(
    ({ name, sentence, clause = '' }) => `| ${name} | ${sentence} | ${clause} |`,
  );
  expect(table.trim().split('\n').slice(2)).toEqual(rows);
});

test('the guide to signing out lists every check of a logout token that an ID token has not, in order', () => {
  const about = readFileSync(new URL('../../../docs/guide/signing-out.md', import.meta.url), 'utf8');
  const [, table = ''] = /<!-- logout-checks -->\n([\s\S]*?)<!-- \/logout-checks -->/.exec(about) ?? [];
  const shared: readonly unknown[] = [...checks.text, ...checks.form, ...checks.envelope];
  const further: readonly unknown[] = [...checks.decryption, ...checks.content];
  const rows = linesOf(logoutChecks)
    .filter((line) => !shared.includes(line) && !further.includes(line))
    .map(({ name, sentence, clause = '' }) => `| ${name} | ${sentence} | ${clause} |`);
  expect(table.trim().split('\n').slice(2)).toEqual(rows);
});
