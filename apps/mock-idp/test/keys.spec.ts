import { createRemoteJWKSet, customFetch, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import type { Client } from '../src/control/index.js';
import { signIn, useStandIn } from './support/world.js';

const standIn = useStandIn();

async function idTokenFor(client: Client): Promise<string> {
  const back = await signIn(standIn, client, 'ada');
  const answer = await standIn.token(client, { code: back.query.get('code') ?? '' });
  return ((await answer.json()) as { id_token: string }).id_token;
}

const published = async (): Promise<string[]> => {
  const { keys } = (await (await fetch(`${standIn.issuer()}/oauth2/v3/certs`)).json()) as {
    keys: { kid: string }[];
  };
  return keys.map(({ kid }) => kid);
};

test('a client that has the keys goes on through a rotation, and through the next with one more look', async () => {
  const client = await standIn.client({ consent: 'given' });
  let asked = 0;
  const counted: typeof fetch = (...request) => {
    asked += 1;
    return fetch(...request);
  };
  const keys = createRemoteJWKSet(new URL(`${standIn.issuer()}/oauth2/v3/certs`), {
    cooldownDuration: 0,
    [customFetch]: counted,
  });
  const kidOf = async () => (await jwtVerify(await idTokenFor(client), keys)).protectedHeader.kid;
  const former = await kidOf();
  const before = await idTokenFor(client);
  await standIn.control.rotateKeys('google');
  const current = await kidOf();
  expect(current).not.toBe(former);
  expect(asked).toBe(1);
  await standIn.control.rotateKeys('google');
  expect(await kidOf()).not.toBe(current);
  expect(asked).toBe(2);
  await jwtVerify(before, keys);
});

test('keys are listed with their states, and a revoked one is published no more', async () => {
  const [retired] = await standIn.control.rotateKeys('google');
  expect(retired?.state).toBe('retired');
  expect(await published()).toContain(retired?.kid);
  const after = await standIn.control.revokeKey('google', retired?.kid ?? '');
  expect(after.find(({ kid }) => kid === retired?.kid)?.state).toBe('revoked');
  expect(await published()).not.toContain(retired?.kid);
  expect(await standIn.control.keys('google')).toEqual(after);
});

test('a key or an issuer that is none is answered with those there are', async () => {
  const kids = (await standIn.control.keys('google')).map(({ kid }) => kid);
  await expect(standIn.control.revokeKey('google', 'f'.repeat(40))).rejects.toMatchObject({
    status: 404,
    problem: { error: 'key_unknown', known: kids },
  });
  await expect(standIn.control.rotateKeys('nowhere')).rejects.toMatchObject({
    status: 404,
    problem: { known: expect.arrayContaining(['google', 'larkspur']) },
  });
});

test('keys of one issuer or namespace turn no other’s', async () => {
  const others = () =>
    Promise.all([standIn.control.keys('larkspur'), standIn.control.namespace('still').keys('google')]);
  const before = await others();
  await standIn.control.rotateKeys('google');
  expect(await others()).toEqual(before);
});
