import { createServer } from 'node:http';
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { authorizationCodeGrant, fetchUserInfo } from 'openid-client';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bodyOf } from '../src/adapters/node-body.js';
import { jwksOf } from '../src/index.js';
import { Brand, backFrom, CLIENT, checks } from './brand.js';

let brand: Brand;
beforeAll(async () => {
  brand = await Brand.open();
});
afterAll(() => brand.close());
beforeEach(() => brand.signIn());

test('after a sign-out nothing counts that was issued before, and what comes after does', async () => {
  const config = await brand.client();
  const form = await brand.goodForm();
  const { verifier, to } = await brand.begin({}, config);
  const { access_token } = await authorizationCodeGrant(config, await backFrom(to), checks(verifier));
  await brand.service.endSession({ subject: 'cust-1', sid: 's1' });
  expect(await (await brand.swap(form)).json()).toMatchObject({ error: 'invalid_grant' });
  await expect(fetchUserInfo(config, access_token, 'cust-1')).rejects.toThrow();
  brand.pass(1);
  expect((await brand.swap(await brand.goodForm())).status).toBe(200);
});

test('a logout token is typed, addressed to one client, short-lived and without a nonce', async () => {
  const token = await brand.service.logoutToken(CLIENT.clientId, { subject: 'cust-1', sid: 's1' });
  expect(decodeProtectedHeader(token)).toMatchObject({
    typ: 'logout+jwt',
    alg: 'RS256',
    kid: brand.key.jwk.kid,
  });
  const { payload } = await jwtVerify(token, createLocalJWKSet(jwksOf([brand.key.jwk])), {
    audience: CLIENT.clientId,
  });
  expect(payload).toMatchObject({ iss: brand.issuer, sub: 'cust-1', sid: 's1', jti: expect.any(String) });
  expect(payload['events']).toEqual({ 'http://schemas.openid.net/event/backchannel-logout': {} });
  expect([(payload.exp ?? 0) - (payload.iat ?? 0), payload['nonce']]).toEqual([120, undefined]);
});

test('every client with a logout address is told at once, and who was not stands in the answer', async () => {
  const told: URLSearchParams[] = [];
  const status = { is: 200 };
  const service = createServer(async (request, response) => {
    told.push(new URLSearchParams(String(await bodyOf(request).then((body) => new Response(body).text()))));
    response.writeHead(status.is).end();
  });
  await new Promise<void>((resolve) => void service.listen(0, '127.0.0.1', resolve));
  const address = service.address();
  const at = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/v1/connections/1/backchannel-logout`;
  const other = await Brand.open(at);
  expect(await other.service.endSession({ subject: 'cust-1' })).toEqual([
    { clientId: CLIENT.clientId, told: true, status: 200 },
  ]);
  const claims = decodeJwt(told[0]?.get('logout_token') ?? '');
  expect(claims).toMatchObject({ sub: 'cust-1', aud: CLIENT.clientId });
  expect(claims['sid']).toBeUndefined();
  status.is = 503;
  expect(await other.service.endSession({ subject: 'cust-1' })).toMatchObject([{ told: false, status: 503 }]);
  service.closeAllConnections();
  await new Promise((resolve) => service.close(resolve));
  expect(await other.service.endSession({ subject: 'cust-1' })).toEqual([
    { clientId: CLIENT.clientId, told: false },
  ]);
  other.close();
});
