import { expect, test } from 'vitest';
import type { Client } from '../src/control/index.js';
import { callback, signIn, useStandIn } from './support/world.js';

const standIn = useStandIn();

const spend = (client: Client, code: string) => standIn.token(client, { code });

const userinfo = async (token: string): Promise<number> => {
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(`${standIn.issuer()}/v1/userinfo`, { headers })).status;
};

async function tokenFor(client: Client, person: string, browser = standIn.browser()): Promise<string> {
  const back = await signIn(standIn, client, person, {}, browser);
  const answer = await spend(client, back.query.get('code') ?? '');
  return ((await answer.json()) as { access_token: string }).access_token;
}

test('with a person end their tokens, codes, sessions and consent, even if they come back the same', async () => {
  const person = await standIn.control.person({ id: 'leaver', email: 'leaver@gmail.com' });
  const client = await standIn.client();
  const browser = standIn.browser();
  const token = await tokenFor(client, 'leaver', browser);
  const unspent = await browser.open(standIn.authorize(client));
  expect(await userinfo(token)).toBe(200);
  await standIn.control.removePerson('leaver');
  await standIn.control.person(person);
  expect(await userinfo(token)).toBe(401);
  expect((await spend(client, unspent.query.get('code') ?? '')).status).toBe(400);
  const again = await browser.open(standIn.authorize(client));
  expect(again.heading).toBe('Choose an account');
  expect((await again.choose('leaver')).heading).toContain('Share with');
});

test('with a person end their tokens at every issuer that knows them', async () => {
  await standIn.control.person({ id: 'everywhere' });
  const strict = { issuer: 'strict', name: 'Plain', redirectUris: [callback] };
  const { clientId, clientSecret } = await standIn.control.client(strict);
  const { code = '' } = await standIn.control.signIn({ issuer: 'strict', clientId, person: 'everywhere' });
  await standIn.control.removePerson('everywhere');
  await standIn.control.person({ id: 'everywhere' });
  const answer = await fetch(`${standIn.issuer('strict')}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: callback }),
  });
  expect([code.length > 0, answer.status]).toEqual([true, 400]);
});

test('with a client end its tokens and codes; another of its project keeps what was agreed', async () => {
  const client = await standIn.client({ clientId: 'web', project: 'shared' });
  const other = await standIn.client({ clientId: 'app', project: 'shared' });
  const browser = standIn.browser();
  const token = await tokenFor(client, 'ada', browser);
  const otherBack = await browser.open(standIn.authorize(other));
  const code = (await browser.open(standIn.authorize(client))).query.get('code') ?? '';
  await standIn.control.removeClient('google', 'web');
  expect(await userinfo(token)).toBe(401);
  const same = await standIn.client({ ...client });
  expect(await userinfo(token)).toBe(401);
  expect((await spend(same, code)).status).toBe(400);
  expect((await spend(other, otherBack.query.get('code') ?? '')).status).toBe(200);
  expect((await browser.open(standIn.authorize(same))).query.has('code')).toBe(true);
});

test('a client is changed member by member, and the rest stays', async () => {
  const client = await standIn.client();
  const changed = await standIn.control.changeClient('google', client.clientId, {
    name: 'Renamed',
    consent: 'given',
  });
  expect(changed).toEqual({ ...client, name: 'Renamed', consent: 'given' });
  const uris = ['http://localhost:1/new'];
  await standIn.control.changeClient('google', client.clientId, { redirectUris: uris });
  expect((await standIn.browser().open(standIn.authorize(client))).heading).toContain(
    'redirect_uri_mismatch',
  );
  expect(
    (await standIn.browser().open(standIn.authorize(client, { redirect_uri: uris[0] ?? '' }))).heading,
  ).toBe('Choose an account');
});

test('a change that would leave a client without a redirect URI is refused, as is one of its id', async () => {
  const client = await standIn.client();
  const change = (body: object) => standIn.control.changeClient('google', client.clientId, body);
  await expect(change({ redirectUris: [] })).rejects.toMatchObject({
    status: 400,
    problem: { members: [{ member: 'redirectUris', expected: expect.stringContaining('at least one') }] },
  });
  await expect(change({ clientId: 'other' })).rejects.toMatchObject({
    problem: { members: [{ member: 'clientId', expected: 'no such member' }] },
  });
  await expect(standIn.control.changeClient('google', 'none', {})).rejects.toMatchObject({ status: 404 });
  expect(callback).toBe(client.redirectUris[0]);
});
