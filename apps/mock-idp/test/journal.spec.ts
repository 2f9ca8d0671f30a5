import { expect, test } from 'vitest';
import { startMockIdp } from '../src/index.js';
import { callback, pkce, signIn, useStandIn } from './support/world.js';

const standIn = useStandIn();

test('a whole login is written down, and filters find it by state', async () => {
  const client = await standIn.client();
  const back = await signIn(standIn, client, 'ada', { state: 'written-down' });
  await standIn.token(client, { code: back.query.get('code') ?? '' });
  const entries = await standIn.control.journal({ state: 'written-down' });
  expect(entries.map(({ endpoint }) => endpoint)).toEqual([
    'authorization',
    'interaction',
    'interaction',
    'authorization',
    'interaction',
    'interaction',
    'authorization',
    'token',
  ]);
  expect(entries.at(-1)).toMatchObject({
    issuer: 'google',
    clientId: client.clientId,
    person: 'ada',
    method: 'POST',
    path: '/google/token',
    status: 200,
    faults: [],
    request: { form: { grant_type: 'authorization_code', redirect_uri: callback } },
    answer: { idToken: { claims: { aud: client.clientId, email: 'ada.osei@gmail.com' } } },
  });
});

test('no secret of a login stands in the journal, neither as JSON nor on its page', async () => {
  const client = await standIn.client();
  const { verifier, challenge } = pkce();
  const browser = standIn.browser();
  const more = { code_challenge: challenge, code_challenge_method: 'S256' };
  const back = await signIn(standIn, client, 'ada', more, browser);
  const code = back.query.get('code') ?? '';
  const answer = await standIn.token(client, { code, code_verifier: verifier });
  const tokens = (await answer.json()) as { access_token: string; id_token: string };
  await standIn.token(client, { code, code_verifier: verifier });
  const { clientId, clientSecret } = client;
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  await fetch(`${standIn.issuer()}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: callback }),
  });
  const authorization = `Bearer ${tokens.access_token}`;
  await fetch(`${standIn.issuer()}/v1/userinfo`, { headers: { authorization } });
  await fetch(`${standIn.issuer()}/revoke?token=${tokens.access_token}`, { method: 'POST' });

  const json = await (await fetch(`${standIn.url}/control/journal`)).text();
  const page = await (await fetch(`${standIn.url}/journal`)).text();
  const cookies = browser.cookies.map((pair) => pair.slice(pair.indexOf('=') + 1)).filter(Boolean);
  expect(cookies.length).toBeGreaterThan(1);
  const secrets = [
    code,
    encodeURIComponent(code),
    code.slice(4),
    verifier,
    clientSecret,
    basic,
    tokens.access_token,
    tokens.access_token.slice(5, 60),
    ...tokens.id_token.split('.'),
    ...cookies,
  ];
  expect(page).toContain('/google/token');
  for (const secret of secrets) {
    expect(json).not.toContain(secret);
    expect(page).not.toContain(secret);
  }
});

test('what bent an answer stands beside it, and what was sent is what is shown', async () => {
  const control = standIn.control.namespace('bent');
  const client = await control.client({ issuer: 'google', name: 'Shop', redirectUris: [callback] });
  const { clientId } = client;
  await control.fault({ fault: 'another-audience', issuer: 'google', aim: { clientId } });
  const { code = '' } = await control.signIn({ issuer: 'google', clientId, person: 'ada' });
  await fetch(`${control.url}/google/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      redirect_uri: callback,
      client_id: clientId,
      client_secret: client.clientSecret,
      code,
    }),
  });
  const [entry] = await control.journal({ endpoint: 'token' });
  expect(entry?.faults).toEqual(['another-audience']);
  expect(entry?.answer.idToken?.claims).not.toMatchObject({ aud: clientId });
  expect(await (await fetch(`${control.url}/journal`)).text()).toContain('another-audience');
});

test('equal secrets have equal marks: the code that was sent back is the code that was spent', async () => {
  const client = await standIn.client();
  const back = await signIn(standIn, client, 'ada', { state: 'equal-marks' });
  await standIn.token(client, { code: back.query.get('code') ?? '' });
  const entries = await standIn.control.journal({ state: 'equal-marks' });
  const returned = String(entries.at(-2)?.answer.headers['location']);
  const spent = String(entries.at(-1)?.request.form?.['code']);
  expect(spent).toMatch(/^‹\d+ chars #[0-9a-f]{8}›$/);
  expect(returned).toContain(`code=${spent}`);
});

test('filters take client, person, endpoint, an entry to begin after, a time, and how many', async () => {
  const client = await standIn.client();
  await signIn(standIn, client, 'ada');
  const all = await standIn.control.journal({ client: client.clientId });
  const last = all.at(-1);
  const of = (filter: object) => standIn.control.journal({ client: client.clientId, ...filter });
  expect(await of({ limit: 1 })).toEqual([last]);
  expect(await of({ since: String((last?.id ?? 0) - 1) })).toEqual([last]);
  expect(await of({ since: '2099-01-01T00:00:00Z' })).toEqual([]);
  expect(await of({ person: 'ben' })).toEqual([]);
  expect((await of({ endpoint: 'interaction' })).length).toBe(4);
});

test('an endpoint that is none is refused with those there are', async () => {
  const response = await fetch(`${standIn.url}/control/journal?endpoint=tokens&limit=0`);
  expect([response.status, await response.json()]).toMatchObject([
    400,
    {
      error: 'query_invalid',
      members: [{ member: 'endpoint', expected: expect.stringContaining('"token"') }, { member: 'limit' }],
    },
  ]);
});

test('a journal that is cleared is empty, and no other namespace has lost its own', async () => {
  const worker = standIn.control.namespace('journal-worker');
  await fetch(`${worker.url}/google/oauth2/v3/certs`);
  await fetch(`${standIn.issuer()}/oauth2/v3/certs`);
  expect(await worker.journal()).toHaveLength(1);
  await worker.clearJournal();
  expect(await worker.journal()).toEqual([]);
  expect((await standIn.control.journal()).length).toBeGreaterThan(0);
});

test('the page needs no script, and is for this machine and never there where control is off', async () => {
  const response = await fetch(`${standIn.url}/journal`);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await response.text()).not.toContain('<script');
  const closed = await startMockIdp({ control: false });
  expect((await fetch(`${closed.url}/journal`)).status).toBe(403);
  await closed.close();
});

test('a request that asks for nothing known is written down too, with its status', async () => {
  const worker = standIn.control.namespace('lost');
  await fetch(`${worker.url}/google/nowhere`);
  expect(await worker.journal()).toMatchObject([
    { endpoint: 'other', status: 404, path: '/t/lost/google/nowhere' },
  ]);
});
