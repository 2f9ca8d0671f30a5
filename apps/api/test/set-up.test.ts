import { generateKeyPairSync } from 'node:crypto';
import {
  agentView,
  apiKeyMade,
  apiKeysView,
  brandLook,
  checklist,
  connectionSettingsView,
  draftView,
  encryptionKeysView,
  keyLookedAt,
  previewed,
  setUpBrand,
  staff,
} from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Founder, Service } from './house/founder.js';
import { Page } from './house/page.js';

let service: Service;
let admin: Founder;

beforeAll(async () => {
  service = await Service.open();
  admin = await service.founder('admin@gmail.com', 'acme');
});
afterAll(() => service.close());

const ORIGIN = 'https://www.acme.example';
const own = () => `${service.idp.url}/larkspur`;

const said = (key: string, more: Record<string, unknown> = {}, issuer: Record<string, unknown> = {}) => ({
  issuer: { url: own(), label: 'Acme ID', ...issuer },
  connection: {
    key,
    label: 'Website',
    flow: 'code',
    issuer: issuer['url'] ?? own(),
    clientId: 'chat',
    clientSecret: 'secret-of-the-chat',
    redirectUris: ['https://www.acme.example/callback'],
    origins: [ORIGIN],
    authoritative: ['*'],
    mapping: { sub: 'sub', name: 'name' },
    ...more,
  },
});

test('a connection is made, and what is to be registered was known before', async () => {
  const { place } = (await admin.console('GET', '/draft')).as(draftView);
  const made = (await admin.console('POST', '/connections', said('web'))).as(connectionSettingsView);
  expect(made).toMatchObject({ hasSecret: true, windowCallback: place.windowCallback, id: place.id });
  expect(JSON.stringify(made)).not.toContain('secret-of-the-chat');
  const rows = await service.house.database.connection.findMany({ where: { id: place.id } });
  expect(rows[0]?.clientSecret).toMatch(/^v2\./);
  expect((await admin.console('POST', '/connections', said('web'))).problem().code).toBe('connection_exists');
});

test('what is wrong is told beside the member it is in, and nothing is made', async () => {
  const bad = said('bad', {
    origins: ['http://www.acme.example'],
    factsKey: 'plan',
    clientSecret: undefined,
  });
  const { errors } = (await admin.console('POST', '/connections', bad)).problem();
  expect(errors?.map(({ path }) => path).toSorted()).toEqual([
    'connection.clientSecret',
    'connection.factsKey',
    'connection.origins.0',
  ]);
  expect((await admin.console('GET', '/connections/bad/settings')).problem().code).toBe('connection_unknown');
});

test('a secret that is left out stays, unless who is trusted changes', async () => {
  await admin.console('POST', '/connections', said('kept'));
  const sealed = async () =>
    (await service.house.database.connection.findFirstOrThrow({ where: { key: 'kept' } })).clientSecret;
  const before = await sealed();
  const change = (more: object, issuer = {}) =>
    admin.console(
      'PUT',
      '/connections/kept/settings',
      said('kept', { clientSecret: undefined, ...more }, issuer),
    );
  expect((await change({ label: 'Shop' })).as(connectionSettingsView).connection.label).toBe('Shop');
  expect(await sealed()).toBe(before);
  for (const answer of [
    await change({ clientId: 'another' }),
    await change({}, { url: `${service.idp.url}/google` }),
    await change(
      { tokenEndpoint: 'https://evil.example/token' },
      { discovery: false, jwksUri: `${own()}/jwks` },
    ),
  ])
    expect(answer.problem().errors).toContainEqual({
      path: 'connection.clientSecret',
      message: 'is needed again: what it is sent to, or whose it is, would change',
    });
  expect(await sealed()).toBe(before);
});

test('who changes whom a connection trusts is in the log, by who they are', async () => {
  await admin.console('POST', '/connections', said('trusting'));
  await admin.console('PUT', '/connections/trusting/settings', said('trusting', { clientId: 'another' }));
  const { agent } = (await admin.call('GET', '/v1/agent/me')).as(agentView);
  const entries = await service.house.database.auditEntry.findMany({
    where: { action: 'connection_trust_changed' },
  });
  expect(entries).toEqual([
    expect.objectContaining({ actor: `agent ${agent.id}`, detail: { connections: ['trusting'] } }),
  ]);
});

test('a connection that is removed opens nothing more', async () => {
  await admin.console('POST', '/connections', said('gone'));
  const embed = () =>
    fetch(`${service.house.url}/v1/embed/acme?connection=gone`, { headers: { origin: ORIGIN } });
  expect((await embed()).status).toBe(200);
  expect((await admin.console('DELETE', '/connections/gone')).status).toBe(204);
  expect((await embed()).status).toBe(404);
});

test('a wizard left half way is there again, with no secret in it, until it is thrown away', async () => {
  const draft = { step: 'register', issuer: own(), way: 'window', key: 'later', clientId: 'chat' };
  const kept = (await admin.console('PUT', '/draft', draft)).as(draftView);
  expect(kept.draft).toEqual(draft);
  const again = (await admin.console('GET', '/draft')).as(draftView);
  expect(again).toEqual(kept);
  const secret = await admin.console('PUT', '/draft', { ...draft, clientSecret: 'not here' });
  expect(secret.problem().code).toBe('request_malformed');
  expect((await admin.console('DELETE', '/draft')).status).toBe(204);
  const fresh = (await admin.console('GET', '/draft')).as(draftView);
  expect(fresh.draft).toBeNull();
  expect(fresh.place.id).not.toBe(kept.place.id);
});

test('a pasted key is told by its fingerprint, and a private one is refused', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = publicKey.export({ type: 'spki', format: 'pem' });
  const jwk = JSON.stringify({ ...publicKey.export({ format: 'jwk' }), kid: 'acme-1' });
  const looked = (await admin.console('POST', '/keys/look', { key: pem })).as(keyLookedAt);
  expect(looked).toMatchObject({ kind: 'RSA', kid: looked.thumbprint });
  expect((await admin.console('POST', '/keys/look', { key: jwk })).as(keyLookedAt)).toEqual({
    ...looked,
    kid: 'acme-1',
  });
  const secret = privateKey.export({ type: 'pkcs8', format: 'pem' });
  expect((await admin.console('POST', '/keys/look', { key: secret })).problem().errors?.[0]?.message).toBe(
    'is a secret: paste the public half alone',
  );
});

test('the preview shows what claims become by the code that maps a proof, and keeps nothing', async () => {
  const claims = { sub: 'c-42', name: 'Ines Okafor', plan: 'Gold', email: 'i@acme.example', aud: 'x' };
  const body = {
    token: `${btoa('{"alg":"RS256"}')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`,
    issuer: own(),
    mapping: { sub: 'sub', name: 'name', email: 'email' },
    authoritative: ['*'],
  };
  const shown = (await admin.console('POST', '/preview', body)).as(previewed);
  expect(shown).toMatchObject({ name: 'Ines Okafor', left: ['plan'] });
  expect(shown.facts.map(({ name, sealed }) => [name, sealed])).toEqual([
    ['sub', true],
    ['name', true],
  ]);
  expect(shown.notes).toEqual(['The e-mail was left out: the issuer does not say that it is verified.']);
  const broken = await admin.console('POST', '/preview', { ...body, token: 'no token' });
  expect(broken.problem().errors?.[0]?.path).toBe('token');
});

test('an API key is shown once; two are live at once, and one that is withdrawn opens nothing', async () => {
  await admin.console('POST', '/connections', said('keyed'));
  const wanted = { connections: ['keyed'], rights: ['facts:write'] };
  const made = (await admin.console('POST', '/api-keys', wanted)).as(apiKeyMade);
  const list = async () => (await admin.console('GET', '/api-keys')).as(apiKeysView).keys;
  expect(await list()).toEqual([
    expect.objectContaining({ id: made.id, hint: made.key.slice(0, 8), rights: ['facts:write'] }),
  ]);
  const push = () =>
    fetch(`${service.house.url}/v1/connections/keyed/consumers/c-42/facts`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${made.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ version: 1, asOf: service.house.now().toISOString(), facts: {} }),
    });
  expect((await push()).status).toBe(200);
  expect((await admin.console('DELETE', `/api-keys/${made.id}`)).status).toBe(204);
  expect((await push()).status).toBe(401);
  for (let count = 0; count < 3; count += 1) await admin.console('POST', '/api-keys', wanted);
  expect(await list()).toHaveLength(2);
});

test('the keys envelopes are encrypted to are shown, and turned', async () => {
  const before = (await admin.console('GET', '/encryption-keys')).as(encryptionKeysView).keys;
  const after = (await admin.console('POST', '/encryption-keys/rotate')).as(encryptionKeysView).keys;
  expect(after.length).toBeGreaterThan(before.length);
});

test('the last admin stays, also where two remove each other at once', async () => {
  const first = await service.founder('last@gmail.com', 'two-admins');
  const { agents } = (await first.console('GET', '/agents')).as(staff);
  const me = agents[0]?.id ?? '';
  for (const answer of [
    await first.console('DELETE', `/agents/${me}`),
    await first.console('PUT', `/agents/${me}`, { role: 'agent' }),
  ])
    expect(answer.problem()).toMatchObject({ code: 'last_admin', status: 409 });
  expect(
    (await first.console('POST', '/agents', { email: 'last@gmail.com', name: 'Me', role: 'agent' })).problem()
      .code,
  ).toBe('agent_exists');
  const second = await service.person('other.admin@gmail.com');
  const invited = await first.console('POST', '/agents', {
    email: 'other.admin@gmail.com',
    name: 'Other',
    role: 'admin',
  });
  const other = invited.as(staff).agents.find(({ id }) => id !== me)?.id ?? '';
  // An admin who never came is none.
  expect((await first.console('DELETE', `/agents/${me}`)).problem().code).toBe('last_admin');
  await second.answerFor('two-admins');
  const answers = await Promise.all([
    first.console('DELETE', `/agents/${other}`),
    second.console('DELETE', `/agents/${me}`),
  ]);
  expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
});

test('an agent who is removed is out at once', async () => {
  const invited = await admin.console('POST', '/agents', { email: 'short@gmail.com', name: 'Short' });
  const short = await service.person('short@gmail.com');
  await short.answerFor('acme');
  expect((await short.call('GET', '/v1/agent/me')).status).toBe(200);
  const id = invited.as(staff).agents.find(({ email }) => email === 'short@gmail.com')?.id;
  expect((await admin.console('DELETE', `/agents/${id}`)).status).toBe(204);
  expect((await short.call('GET', '/v1/agent/me')).problem().code).toBe('agent_session_required');
});

test('a developer sets up and does not say who answers; an agent does neither', async () => {
  const people = { developer: 'dev@gmail.com', agent: 'plain@gmail.com' } as const;
  for (const [role, email] of Object.entries(people))
    await admin.console('POST', '/agents', { email, name: role, role });
  const [dev, plain] = await Promise.all(Object.values(people).map((email) => service.person(email)));
  await dev?.answerFor('acme');
  await plain?.answerFor('acme');
  expect((await dev?.console('GET', '/brand'))?.as(setUpBrand).slug).toBe('acme');
  expect((await dev?.console('PUT', '/brand', { name: 'Mine' }))?.problem().code).toBe('admin_required');
  expect((await plain?.console('GET', '/brand'))?.problem().code).toBe('developer_role_required');
});

test('one brand’s console has nothing of another’s', async () => {
  const stranger = await service.founder('stranger@gmail.com', 'elsewhere');
  await admin.console('POST', '/connections', said('private'));
  expect((await stranger.console('GET', '/connections/private/settings')).problem().code).toBe(
    'connection_unknown',
  );
  const { agents } = (await admin.console('GET', '/agents')).as(staff);
  expect((await stranger.console('DELETE', `/agents/${agents[0]?.id}`)).problem().code).toBe(
    'agent_not_found',
  );
  const made = (
    await admin.console('POST', '/api-keys', { connections: ['private'], rights: ['facts:write'] })
  ).as(apiKeyMade);
  expect((await stranger.console('DELETE', `/api-keys/${made.id}`)).problem().code).toBe('api_key_not_found');
});

test('the checklist turns by what was seen, and stays as it was', async () => {
  const founder = await service.founder('lists@gmail.com', 'listed');
  const seen = async () =>
    (await founder.console('GET', '/checklist'))
      .as(checklist)
      .milestones.filter(({ at }) => at !== null)
      .map(({ name }) => name);
  expect(await seen()).toEqual(['brand_made']);
  await founder.console('POST', '/discover', { issuer: own() });
  expect(await seen()).toEqual(['brand_made', 'issuer_answered']);
  await founder.console('POST', '/connections', said('web'));
  const page = await Page.open({
    url: service.house.url,
    brand: 'listed',
    origin: ORIGIN,
    now: service.house.now,
  });
  await fetch(`${service.house.url}/v1/embed/listed?connection=web`, { headers: { origin: ORIGIN } });
  expect(await seen()).toEqual(['brand_made', 'issuer_answered', 'connection_made', 'widget_seen']);
  expect((await page.tryAnonymous('web')).status).toBe(200);
  await founder.console('DELETE', '/connections/web');
  expect(await seen()).toContain('widget_seen');
});

test('how the chat looks is said in the console, and what a page draws is that', async () => {
  await admin.console('POST', '/connections', said('looks'));
  const look = { radius: 4, side: 'left', launcherLabel: 'Ask us' };
  const saved = (await admin.console('PUT', '/look', { accent: '#1f5a46', look })).as(brandLook);
  expect(saved).toMatchObject({ accent: '#1f5a46', look });
  const embed = await fetch(`${service.house.url}/v1/embed/acme?connection=looks`, {
    headers: { origin: ORIGIN },
  });
  expect(JSON.stringify(await embed.json())).toContain('Ask us');
  const { errors } = (await admin.console('PUT', '/look', { accent: 'green', look })).problem();
  expect(errors).toEqual([{ path: 'accent', message: 'is no colour like #3f3fae' }]);
});

test('a brand is given another name by its admin', async () => {
  const founder = await service.founder('renames@gmail.com', 'renamed');
  expect((await founder.console('PUT', '/brand', { name: 'متجر' })).as(setUpBrand).name).toBe('متجر');
  expect((await founder.call('GET', '/v1/agent/me')).as(agentView).brand.name).toBe('متجر');
});
