import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import type { Client } from '../src/control/index.js';
import { signIn, useStandIn } from './support/world.js';

const standIn = useStandIn();
type Tokens = { refresh_token?: string; id_token: string };

const renewing = (): Promise<Client> => standIn.client({ issuer: 'larkspur', refreshTokens: true });

async function login(client: Client, person = 'ada'): Promise<Tokens> {
  const verifier = 'v'.repeat(43);
  const challenge = Buffer.from(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)),
  ).toString('base64url');
  const asked = { nonce: 'n', code_challenge: challenge, code_challenge_method: 'S256' };
  const back = await signIn(standIn, client, person, asked, standIn.browser());
  const code = back.query.get('code') ?? '';
  return (await (await standIn.token(client, { code, code_verifier: verifier })).json()) as Tokens;
}

const refresh = (client: Client, { refresh_token = '' }: Tokens) =>
  standIn.token(client, { grant_type: 'refresh_token', refresh_token });

test('a client that is registered for it gets a refresh token with each code, and no other does', async () => {
  expect((await login(await renewing())).refresh_token).toMatch(/^[\w-]{43}$/);
  expect(await login(await standIn.client({ issuer: 'larkspur' }))).not.toHaveProperty('refresh_token');
});

test('a renewed ID token names the same person, sign-in and session, and has no nonce', async () => {
  const client = await renewing();
  const first = await login(client);
  const renewed = (await (await refresh(client, first)).json()) as Tokens;
  const [before, after] = [decodeJwt(first.id_token), decodeJwt(renewed.id_token)];
  expect(before['sid']).toEqual(expect.any(String));
  for (const claim of ['iss', 'sub', 'aud', 'sid', 'auth_time']) expect(after[claim]).toEqual(before[claim]);
  expect(after).not.toHaveProperty('nonce');
});

test('a refresh token is good for one use, and brings the next', async () => {
  const client = await renewing();
  const first = await login(client);
  const second = (await (await refresh(client, first)).json()) as Tokens;
  expect(second.refresh_token).not.toBe(first.refresh_token);
  expect((await refresh(client, first)).status).toBe(400);
  expect((await refresh(client, second)).status).toBe(200);
});

test('a logout ends what would still renew', async () => {
  const client = await renewing();
  const tokens = await login(client, 'ben');
  await standIn.control.logout('larkspur', 'ben');
  const answer = await refresh(client, tokens);
  expect([answer.status, ((await answer.json()) as { error: string }).error]).toEqual([400, 'invalid_grant']);
});

test('Google has no such clients', async () => {
  await expect(standIn.client({ refreshTokens: true })).rejects.toThrow('refreshTokens');
});
