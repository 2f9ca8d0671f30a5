import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import type { Client, SignInInput } from '../src/control/index.js';
import { callback, pkce, useStandIn } from './support/world.js';

const standIn = useStandIn();

const signInTo = (client: Client, more: Partial<SignInInput> = {}) =>
  standIn.control.signIn({ issuer: client.issuer, clientId: client.clientId, person: 'ada', ...more });

test('a sign-in without a browser answers what the browser would have been sent back with', async () => {
  const client = await standIn.client();
  const { verifier, challenge } = pkce();
  const back = await signInTo(client, { state: 'a b&c', nonce: 'n-1', codeChallenge: challenge });
  expect(back).toMatchObject({ state: 'a b&c', iss: standIn.issuer(), prompt: 'consent', authuser: '0' });
  expect(new URL(back.redirectTo).searchParams.get('code')).toBe(back['code']);
  expect(back.redirectTo.startsWith(`${callback}?`)).toBe(true);
  const answer = await standIn.token(client, { code: back['code'] ?? '', code_verifier: verifier });
  const { id_token: idToken } = (await answer.json()) as { id_token: string };
  expect(decodeJwt(idToken)).toMatchObject({ nonce: 'n-1', email: 'ada.osei@gmail.com' });
});

test('it goes through the issuer’s own pages, as the journal shows', async () => {
  const control = standIn.control.namespace('browserless');
  const client = await control.client({ issuer: 'google', name: 'Shop', redirectUris: [callback] });
  await control.signIn({ issuer: 'google', clientId: client.clientId, person: 'chi', state: 'seen' });
  const entries = await control.journal({ state: 'seen' });
  expect(entries.map(({ endpoint }) => endpoint)).toEqual([
    'authorization',
    'interaction',
    'interaction',
    'authorization',
    'interaction',
    'interaction',
    'authorization',
  ]);
  expect(entries.at(-1)).toMatchObject({ person: 'chi', clientId: client.clientId });
});

test('what comes back in a fragment or a form is told alike', async () => {
  const google = await standIn.client();
  const nonce = 'n-2';
  const fragment = await signInTo(google, { responseType: 'id_token', nonce, state: 's' });
  expect(decodeJwt(fragment['id_token'] ?? '')).toMatchObject({ nonce, aud: google.clientId });
  expect(new URL(fragment.redirectTo).hash).toContain('id_token=');
  const brand = await standIn.client({ issuer: 'larkspur' });
  const { challenge: codeChallenge } = pkce();
  const posted = await signInTo(brand, { codeChallenge, responseMode: 'form_post', state: 's' });
  expect(posted).toMatchObject({ redirectTo: callback, state: 's', code: expect.any(String) });
});

test('every sign-in has a browser of its own', async () => {
  const client = await standIn.client();
  await signInTo(client);
  const back = await signInTo(client, { person: 'ben' });
  const answer = await standIn.token(client, { code: back['code'] ?? '' });
  const { id_token: idToken } = (await answer.json()) as { id_token: string };
  expect(decodeJwt(idToken)['name']).toMatch(/^Ben/);
});

test('a brand’s own server signs in likewise', async () => {
  const client = await standIn.client({ issuer: 'larkspur' });
  const { challenge } = pkce();
  const back = await signInTo(client, { codeChallenge: challenge, state: 's' });
  expect(back).toMatchObject({ state: 's', iss: standIn.issuer('larkspur'), code: expect.any(String) });
});

test('what the provider sends back as an error comes back as one', async () => {
  const brand = await standIn.client({ issuer: 'larkspur' });
  expect(await signInTo(brand, { state: 's' })).toMatchObject({ error: 'invalid_request', state: 's' });
  const client = await standIn.client();
  const silent = await signInTo(client, { parameters: { prompt: 'none' } });
  expect(silent).toMatchObject({ error: expect.stringMatching(/required$/) });
  expect(silent).not.toHaveProperty('code');
});

test('where the provider shows a page, the call is refused with what it says', async () => {
  const client = await standIn.client();
  await expect(signInTo(client, { redirectUri: 'http://localhost:1/other' })).rejects.toMatchObject({
    status: 422,
    problem: {
      error: 'redirect_uri_mismatch',
      message: expect.stringContaining('The redirect URI in the request does not match'),
    },
  });
});

test('a person, client or issuer that is none is answered with those there are', async () => {
  const client = await standIn.client();
  await expect(signInTo(client, { person: 'nobody' })).rejects.toMatchObject({
    status: 404,
    problem: { error: 'person_unknown', known: expect.arrayContaining(['ada']) },
  });
  await expect(signInTo({ ...client, clientId: 'none' })).rejects.toMatchObject({
    status: 404,
    problem: { error: 'client_unknown', known: expect.arrayContaining([client.clientId]) },
  });
  await expect(signInTo({ ...client, issuer: 'none' })).rejects.toMatchObject({ status: 404 });
});
