import { decodeJwt } from 'jose';
import { Demo } from '../fixtures/demo.js';
import { expect, test } from '../fixtures/test.js';
import type { World } from '../fixtures/world.js';

type AppSession = { appToken: string; subject: string; name: string };

const post = (world: World, path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${world.brandSite}/api/app/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const attemptFor = (clientId: string) => ({
  attempt: '01987b42-0000-7000-8000-000000000000',
  issuer: 'https://any.example',
  clientId,
  scope: 'openid',
  nonce: 'a-nonce-of-this-attempt',
});

test('the shop’s app gets a code or an envelope for whom its own session is, and for nobody else', async ({
  world,
  customer,
}) => {
  const demo = new Demo(world);
  const signedIn = await post(world, 'sign-in', { person: customer.email });
  expect(signedIn.status).toBe(200);
  const { appToken, subject, name } = (await signedIn.json()) as AppSession;
  expect([subject, name]).toEqual([customer.larkspurSubject, customer.name]);
  const as = { authorization: `Bearer ${appToken}` };

  const audience = demo.shop.connections['app-signed']?.audience ?? '';
  const forged = { ...attemptFor(audience), sub: 'cust-ben', subject: 'cust-ben' };
  const { idToken } = (await (await post(world, 'chat-proof', forged, as)).json()) as { idToken: string };
  expect(decodeJwt(idToken)).toMatchObject({ aud: audience, sub: subject, nonce: 'a-nonce-of-this-attempt' });

  const code = {
    ...attemptFor(demo.secrets.clients.larkspurChat.clientId),
    codeChallenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    codeChallengeMethod: 'S256',
  };
  expect(await (await post(world, 'chat-proof', code, as)).json()).toMatchObject({
    code: expect.any(String),
  });

  expect((await post(world, 'chat-proof', attemptFor('another-client'), as)).status).toBe(400);
  expect((await post(world, 'chat-proof', code)).status).toBe(401);
  expect((await post(world, 'sign-in', { person: 'nobody@nowhere.example' })).status).toBe(404);
  expect((await post(world, 'sign-out', {}, as)).status).toBe(204);
});
