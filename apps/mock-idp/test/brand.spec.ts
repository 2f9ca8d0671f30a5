import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import { callback, pkce, signIn, useStandIn } from './support/world.js';

const standIn = useStandIn();

const challenged = () => {
  const { verifier, challenge } = pkce();
  return { verifier, more: { code_challenge: challenge, code_challenge_method: 'S256', nonce: 'a-nonce' } };
};

async function login(person: string, extra: Record<string, string> = {}) {
  const client = await standIn.client({ issuer: 'larkspur' });
  const { verifier, more } = challenged();
  const back = await signIn(standIn, client, person, { ...more, ...extra });
  const code = back.query.get('code') ?? '';
  const response = await standIn.token(client, { code, code_verifier: verifier });
  const tokens = (await response.json()) as { id_token: string; access_token: string };
  return { client, back, tokens, claims: decodeJwt(tokens.id_token) };
}

test('a brand’s server demands PKCE, and says so to the client', async () => {
  const client = await standIn.client({ issuer: 'larkspur' });
  const page = await standIn.browser().open(standIn.authorize(client));
  expect(page.query.get('error')).toBe('invalid_request');
  expect(page.query.get('iss')).toBe(standIn.issuer('larkspur'));
  expect(page.query.get('state')).toBe('a-state');
});

test('a brand’s server asks for no consent and sends code, state, iss', async () => {
  const { back } = await login('ada');
  expect(back.order).toEqual(['code', 'state', 'iss']);
});

test('the ID token carries the brand’s customer id and what the brand knows', async () => {
  const { claims, client } = await login('ada');
  expect(claims).toMatchObject({
    iss: standIn.issuer('larkspur'),
    sub: 'cust-10482',
    aud: client.clientId,
    nonce: 'a-nonce',
    account_number: 'LK-4482-1093',
    package: { name: 'Larkspur 40', price: { amount: '28.00', currency: 'GBP' } },
  });
  expect(claims['billing']).toMatchObject({ balance: { currency: 'GBP' } });
  expect(claims['auth_time']).toBeTypeOf('number');
});

test('userinfo says the same, for the same subject', async () => {
  const { tokens, claims } = await login('chi');
  const response = await fetch(`${standIn.issuer('larkspur')}/userinfo`, {
    headers: { authorization: `Bearer ${tokens.access_token}` },
  });
  const said = (await response.json()) as Record<string, unknown>;
  expect(said['sub']).toBe(claims.sub);
  expect(said['billing']).toEqual(claims['billing']);
});

test('facts that change at the brand are in the next token', async () => {
  const id = 'changing';
  await standIn.control.person({
    id,
    issuers: ['larkspur'],
    claims: { larkspur: { account_number: 'LK-1' } },
  });
  expect((await login(id)).claims['account_number']).toBe('LK-1');
  await standIn.control.changePerson(id, { claims: { larkspur: { account_number: 'LK-2' } } });
  expect((await login(id)).claims['account_number']).toBe('LK-2');
});

test('the chooser of a brand lists its own customers', async () => {
  const client = await standIn.client({ issuer: 'juniper' });
  const chooser = await standIn.browser().open(standIn.authorize(client, challenged().more));
  expect(chooser.accounts).toEqual(['gus', 'hana']);
});

test('a cancel comes back as access_denied with state and iss', async () => {
  const client = await standIn.client({ issuer: 'larkspur' });
  const chooser = await standIn.browser().open(standIn.authorize(client, challenged().more));
  const back = await chooser.cancel();
  expect(back.address.startsWith(callback)).toBe(true);
  expect([back.query.get('error'), back.query.get('iss')]).toEqual([
    'access_denied',
    standIn.issuer('larkspur'),
  ]);
});

test('a redirect URI that is not registered gets a page, not a redirect', async () => {
  const client = await standIn.client({ issuer: 'larkspur' });
  const page = await standIn
    .browser()
    .open(
      standIn.authorize(client, { ...challenged().more, redirect_uri: 'http://evil.localhost/callback' }),
    );
  expect(page.status).toBe(400);
  expect(page.heading).toBe('Error 400: invalid_redirect_uri');
});

test('prompt=login asks again', async () => {
  const client = await standIn.client({ issuer: 'larkspur' });
  const browser = standIn.browser();
  await signIn(standIn, client, 'ada', challenged().more, browser);
  const silent = await browser.open(standIn.authorize(client, { ...challenged().more, prompt: 'none' }));
  expect(silent.query.has('code')).toBe(true);
  const again = await browser.open(standIn.authorize(client, { ...challenged().more, prompt: 'login' }));
  expect(again.heading).toBe('Choose an account');
});

test('a session at one issuer is none at another', async () => {
  const browser = standIn.browser();
  await signIn(standIn, await standIn.client(), 'ada', {}, browser);
  const client = await standIn.client({ issuer: 'larkspur' });
  const page = await browser.open(standIn.authorize(client, { ...challenged().more, prompt: 'none' }));
  expect(page.query.get('error')).toBe('login_required');
});
