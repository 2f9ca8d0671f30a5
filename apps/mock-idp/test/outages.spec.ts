import { expect, test } from 'vitest';
import type { OutageInput } from '../src/control/index.js';
import { signIn, useStandIn } from './support/world.js';

const standIn = useStandIn();

const paths = { keys: '/oauth2/v3/certs', discovery: '/.well-known/openid-configuration' };

test.each(['keys', 'discovery'] as const)(
  '%s that are down answer 503 until they are back',
  async (endpoint) => {
    const at = `${standIn.issuer()}${paths[endpoint]}`;
    await standIn.control.outage({ issuer: 'google', endpoint, kind: 'down' });
    expect((await fetch(at)).status).toBe(503);
    await standIn.control.outage({ issuer: 'google', endpoint, kind: 'off' });
    expect((await fetch(at)).status).toBe(200);
  },
);

test('a token endpoint that is down for one client is up for another', async () => {
  const [one, other] = [await standIn.client(), await standIn.client()];
  const outage: OutageInput = { issuer: 'google', endpoint: 'token', kind: 'down', clientId: one.clientId };
  await standIn.control.outage(outage);
  const codes = await Promise.all([signIn(standIn, one, 'ada'), signIn(standIn, other, 'ada')]);
  const [first = '', second = ''] = codes.map((page) => page.query.get('code') ?? '');
  expect((await standIn.token(one, { code: first })).status).toBe(503);
  expect((await standIn.token(other, { code: second })).status).toBe(200);
  await standIn.control.outage({ ...outage, kind: 'off' });
  expect((await standIn.token(one, { code: first })).status).toBe(200);
});

test('userinfo that is down for one client', async () => {
  const client = await standIn.client();
  const back = await signIn(standIn, client, 'ada');
  const response = await standIn.token(client, { code: back.query.get('code') ?? '' });
  const { access_token } = (await response.json()) as { access_token: string };
  const { clientId } = client;
  await standIn.control.outage({ issuer: 'google', endpoint: 'userinfo', kind: 'down', clientId });
  const said = await fetch(`${standIn.issuer()}/v1/userinfo`, {
    headers: { authorization: `Bearer ${access_token}` },
  });
  expect(said.status).toBe(503);
});

test('a slow endpoint answers late, or as soon as it is well again', async () => {
  const outage: OutageInput = { issuer: 'google', endpoint: 'keys', kind: 'slow' };
  await standIn.control.outage(outage);
  const impatient = fetch(`${standIn.issuer()}${paths.keys}`, { signal: AbortSignal.timeout(50) });
  await expect(impatient).rejects.toThrow(/timeout/);
  const patient = fetch(`${standIn.issuer()}${paths.keys}`);
  await standIn.control.outage({ ...outage, kind: 'off' });
  expect((await patient).status).toBe(200);
});

test('an outage of keys cannot be aimed at a client: nobody says who asks', async () => {
  const refused = standIn.control.outage({
    issuer: 'google',
    endpoint: 'keys',
    kind: 'down',
    clientId: 'x',
  });
  await expect(refused).rejects.toThrow(/clientId: expected only with the endpoints token and userinfo/);
});
