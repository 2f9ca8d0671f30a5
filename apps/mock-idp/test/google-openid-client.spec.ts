import * as oidc from 'openid-client';
import { expect, test } from 'vitest';
import type { Client } from '../src/control/index.js';
import { callback, useStandIn } from './support/world.js';

const standIn = useStandIn();

const configure = ({ clientId, clientSecret }: Client) =>
  oidc.discovery(new URL(standIn.issuer()), clientId, clientSecret, undefined, {
    execute: [oidc.allowInsecureRequests],
  });

async function login(config: oidc.Configuration, browser = standIn.browser()) {
  const pkceCodeVerifier = oidc.randomPKCECodeVerifier();
  const [expectedState, expectedNonce] = [oidc.randomState(), oidc.randomNonce()];
  const address = oidc.buildAuthorizationUrl(config, {
    redirect_uri: callback,
    scope: 'openid email profile',
    access_type: 'offline',
    code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: expectedState,
    nonce: expectedNonce,
  });
  let page = await browser.open(address.href);
  const shown = page.status !== 0;
  if (shown) page = await page.choose('ada');
  if (page.status !== 0) page = await page.allow();
  const tokens = await oidc.authorizationCodeGrant(config, new URL(page.address), {
    pkceCodeVerifier,
    expectedState,
    expectedNonce,
    idTokenExpected: true,
  });
  return { tokens, shown };
}

test('G48: refreshTokenGrant brings an access token and an ID token of the same person, and no refresh token (openid-client)', async () => {
  const config = await configure(await standIn.client());
  const { tokens } = await login(config);
  const fresh = await oidc.refreshTokenGrant(config, tokens.refresh_token ?? '');
  expect(fresh.refresh_token).toBeUndefined();
  expect(fresh.claims()?.sub).toBe(tokens.claims()?.sub);
  const subject = fresh.claims()?.sub ?? '';
  expect(await oidc.fetchUserInfo(config, fresh.access_token, subject)).toMatchObject({ sub: subject });
});

test('G72: fetchUserInfo is told the same person as the ID token (openid-client)', async () => {
  const config = await configure(await standIn.client());
  const { tokens } = await login(config);
  const told = await oidc.fetchUserInfo(config, tokens.access_token, tokens.claims()?.sub ?? '');
  expect(told).toMatchObject({ email: 'ada.osei@gmail.com', email_verified: true, name: 'Ada Osei' });
});

test('G77, G78: tokenRevocation of the refresh token ends the access token too (openid-client)', async () => {
  const config = await configure(await standIn.client());
  const { tokens } = await login(config);
  await oidc.tokenRevocation(config, tokens.refresh_token ?? '');
  const refused = { status: 400, error: 'invalid_grant' };
  await expect(oidc.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject(refused);
  const { sub = '' } = tokens.claims() ?? {};
  await expect(oidc.fetchUserInfo(config, tokens.access_token, sub)).rejects.toMatchObject({ status: 401 });
});

test('G78: whoever revoked is asked to agree again (openid-client)', async () => {
  const config = await configure(await standIn.client());
  const { tokens } = await login(config);
  expect((await login(config)).tokens.refresh_token).toBeUndefined();
  await oidc.tokenRevocation(config, tokens.access_token);
  expect((await login(config)).tokens.refresh_token).toMatch(/^1\/\//);
});

test('G81: there is nowhere to log out, and the next login is silent (openid-client)', async () => {
  const config = await configure(await standIn.client());
  const browser = standIn.browser();
  expect((await login(config, browser)).shown).toBe(true);
  expect(() => oidc.buildEndSessionUrl(config)).toThrow(/end_session_endpoint/);
  expect((await login(config, browser)).shown).toBe(false);
});

test('G81: after a brand’s own logout, prompt=select_account shows the accounts again (raw HTTP)', async () => {
  const client = await standIn.client();
  const browser = standIn.browser();
  await (await (await browser.open(standIn.authorize(client))).choose('ada')).allow();
  const page = await browser.open(standIn.authorize(client, { prompt: 'select_account' }));
  expect(page.heading).toBe('Choose an account');
});
