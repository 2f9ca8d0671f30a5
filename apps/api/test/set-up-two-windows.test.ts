import { connectionSettingsView, draftView } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Founder, Service } from './house/founder.js';

let service: Service;
let admin: Founder;

beforeAll(async () => {
  service = await Service.open();
  admin = await service.founder('windows@gmail.com', 'windows');
});
afterAll(() => service.close());

const own = () => `${service.idp.url}/larkspur`;
const said = (key: string, connection: object = {}, issuer: object = {}) => ({
  issuer: { url: own(), label: 'Acme ID', ...issuer },
  connection: {
    key,
    label: 'Website',
    flow: 'implicit',
    issuer: own(),
    origins: ['https://www.acme.example'],
    authoritative: ['*'],
    mapping: { sub: 'sub' },
    ...connection,
  },
});
const settings = (key: string) => `/connections/${key}/settings`;
const read = async (key: string) => (await admin.console('GET', settings(key))).as(connectionSettingsView);
const asked = ({ issuer, connection, version }: Awaited<ReturnType<typeof read>>) => ({
  issuer,
  connection,
  version,
});

test('what is read and saved as it was loses no demand for a step-up', async () => {
  const demanding = { stepUp: { maxAgeSeconds: 300 }, stepUpFor: ['offer', 'bill'] };
  await admin.console('POST', '/connections', said('demanding', demanding));
  const before = await read('demanding');
  const saved = await admin.console('PUT', settings('demanding'), asked(before));
  expect(saved.as(connectionSettingsView)).toEqual(before);
  expect(before.connection).toMatchObject(demanding);
});

test('of two windows with the same settings the second to save is told, and takes nothing back', async () => {
  await admin.console('POST', '/connections', said('shared-screen'));
  const [one, other] = await Promise.all([read('shared-screen'), read('shared-screen')]);
  const first = { ...asked(one), connection: { ...one.connection, minimum: 'verified' } };
  const second = { ...asked(other), connection: { ...other.connection, label: 'Shop' } };
  expect((await admin.console('PUT', settings('shared-screen'), first)).status).toBe(200);
  expect((await admin.console('PUT', settings('shared-screen'), second)).problem()).toMatchObject({
    code: 'settings_changed',
    status: 409,
  });
  const now = await read('shared-screen');
  expect(now.connection).toMatchObject({ minimum: 'verified', label: 'Website' });
  const again = { ...second, version: now.version, connection: { ...now.connection, label: 'Shop' } };
  expect((await admin.console('PUT', settings('shared-screen'), again)).status).toBe(200);
});

test('of two windows with one wizard the second to go on is told, and what the first said stays', async () => {
  const keep = (draft: object) => admin.console('PUT', '/draft', draft);
  const before = (await admin.console('GET', '/draft')).as(draftView);
  expect(before.changedAt).toBeNull();
  const first = { step: 'way', issuer: own() };
  const second = { step: 'issuer', issuer: 'https://other.example' };
  const kept = (await keep({ ...first, seen: before.changedAt })).as(draftView);
  expect((await keep({ ...second, seen: before.changedAt })).problem().code).toBe('settings_changed');
  expect((await admin.console('GET', '/draft')).as(draftView).draft).toEqual(first);
  service.house.later({ seconds: 1 });
  const on = (await keep({ ...first, step: 'register', seen: kept.changedAt })).as(draftView);
  expect((await keep({ ...second, seen: kept.changedAt })).problem().code).toBe('settings_changed');
  expect(on.draft?.step).toBe('register');
  service.house.resetClock();
});

test('of two windows with one wizard one makes a connection at the address providers were told', async () => {
  const { place } = (await admin.console('GET', '/draft')).as(draftView);
  const make = (key: string) => admin.console('POST', '/connections', { ...said(key), promised: place.id });
  const [one, other] = await Promise.all([make('first-window'), make('second-window')]);
  expect([one.status, other.status].toSorted()).toEqual([201, 409]);
  const [made, refused] = one.status === 201 ? [one, other] : [other, one];
  expect(made.as(connectionSettingsView).windowCallback).toBe(place.windowCallback);
  expect(refused.problem().code).toBe('settings_changed');
});

test('a new connection changes neither the names nor the keys of an issuer that others come by', async () => {
  const issuer = { aliases: ['login.acme.example'], label: 'Acme' };
  await admin.console(
    'POST',
    '/connections',
    said('live', { issuer: `${own()}/live` }, { url: `${own()}/live`, ...issuer }),
  );
  const at = { url: `${own()}/live`, label: 'A try' };
  const tried = await admin.console('POST', '/connections', said('try', { issuer: at.url }, at));
  expect(tried.status).toBe(201);
  expect((await read('live')).issuer).toMatchObject(issuer);
  const elsewhere = { ...at, discovery: false, jwksUri: 'https://elsewhere.example/keys' };
  const refused = await admin.console(
    'POST',
    '/connections',
    said('try-keys', { issuer: at.url }, elsewhere),
  );
  expect(refused.problem().errors).toEqual([
    { path: 'issuer.jwksUri', message: expect.stringContaining('is the issuer of live, try') },
  ]);
  expect((await read('live')).issuer.discovery).toBe(true);
});
