import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectMockIdp } from '../src/control/index.js';
import { makeGoogle, startMockIdp } from '../src/index.js';
import { Browser } from './support/browser.js';
import { insideStandIn } from './support/inside.js';
import { callback } from './support/world.js';

const inside = insideStandIn();
let url = '';
let close = async (): Promise<void> => {};
beforeAll(async () => {
  ({ url, close } = await inside.start());
});
afterAll(() => close());

const implicit = async (base: string, issuer: string, more: Record<string, string> = {}) => {
  const client = await connectMockIdp(base).client({ issuer, name: 'Shop', redirectUris: [callback] });
  const asked = { client_id: client.clientId, redirect_uri: callback, response_type: 'id_token', nonce: 'n' };
  const query = new URLSearchParams({ ...asked, scope: 'openid', ...more });
  return `${base}/${issuer}/authorize?${query}`;
};

test('an ID token by way of the browser is in the time of the clock, with the time of the login', async () => {
  const { clock } = inside.root;
  const browser = new Browser(url);
  const address = await implicit(url, 'larkspur');
  await (await browser.open(address)).choose('ada');
  const began = clock.seconds;
  clock.advance(7 * 3600);
  const back = await browser.open(`${address}&max_age=${8 * 3600}`);
  const claims = decodeJwt(back.fragment.get('id_token') ?? '');
  expect(claims.iat).toBeGreaterThanOrEqual(clock.seconds - 5);
  expect(claims.iat).toBeLessThanOrEqual(clock.seconds);
  expect(Math.abs(Number(claims['auth_time']) - began)).toBeLessThan(5);
  expect(Number(claims.exp) - Number(claims.iat)).toBe(3600);
  expect((await browser.open(`${address}&max_age=3600`)).heading).toBe('Choose an account');
  clock.reset();
});

test('a logout in one namespace is none in another', async () => {
  const bases = [`${url}/t/one`, `${url}/t/two`];
  const browser = new Browser(url);
  const addresses = await Promise.all(bases.map((base) => implicit(base, 'strict')));
  for (const address of addresses) await (await (await browser.open(address)).choose('ada')).allow();
  const [here = '', there = ''] = addresses;
  expect(await connectMockIdp(bases[0] ?? '').logout('strict', 'ada')).toMatchObject({ sessions: 1 });
  expect((await browser.open(`${here}&prompt=none`)).fragment.get('error')).toBe('login_required');
  expect((await browser.open(`${there}&prompt=none`)).fragment.has('id_token')).toBe(true);
});

test('G19: a switch of the profile lets discovery say that iss is sent (raw HTTP)', async () => {
  const profile = makeGoogle({ name: 'google', issInCallback: true, issAdvertised: true });
  const running = await startMockIdp({ issuers: [{ key: 'google', label: 'Accounts', profile }] });
  const response = await fetch(`${running.issuers['google']}/.well-known/openid-configuration`);
  expect(await response.json()).toMatchObject({ authorization_response_iss_parameter_supported: true });
  await running.close();
});
