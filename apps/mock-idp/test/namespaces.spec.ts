import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { connectMockIdp } from '../src/control/index.js';
import { startMockIdp } from '../src/index.js';
import { Browser } from './support/browser.js';
import { callback, pkce, useStandIn } from './support/world.js';

const standIn = useStandIn();

test('namespaces are listed with their last use, and can be removed', async () => {
  await standIn.control.namespace('listed').health();
  const { capacity, namespaces } = await standIn.control.namespaces();
  expect(capacity).toBe(200);
  const listed = namespaces.find(({ name }) => name === 'listed');
  expect(listed?.url).toBe(`${standIn.url}/t/listed`);
  expect(Date.now() - Date.parse(listed?.lastUse ?? '')).toBeLessThan(60_000);
  await standIn.control.removeNamespace('listed');
  await expect(standIn.control.removeNamespace('listed')).rejects.toMatchObject({
    status: 404,
    problem: { error: 'namespace_unknown', known: expect.not.arrayContaining(['listed']) },
  });
});

test('a removed namespace begins anew when it is used again', async () => {
  const worker = standIn.control.namespace('again');
  await worker.person({ id: 'short-lived' });
  await standIn.control.removeNamespace('again');
  expect((await worker.people()).map(({ id }) => id)).not.toContain('short-lived');
});

test('namespaces are kept at the root, and a namespace says so', async () => {
  const response = await fetch(`${standIn.url}/t/inside/control/namespaces`);
  expect([response.status, await response.json()]).toMatchObject([
    404,
    { error: 'root_only', message: `Namespaces are kept at ${standIn.url}/control/namespaces.` },
  ]);
  expect((await standIn.control.namespace('inside').namespaces()).capacity).toBe(200);
});

test('a name that no namespace may have is refused with what was expected', async () => {
  const response = await fetch(`${standIn.url}/t/Not-A-Name/google/.well-known/openid-configuration`);
  expect([response.status, await response.json()]).toMatchObject([
    404,
    { error: 'namespace_malformed', message: expect.stringContaining('1 to 63 of a-z') },
  ]);
});

test('more namespaces than there is room for push out the one idle longest', async () => {
  const idp = await startMockIdp({ namespaces: 2 });
  onTestFinished(() => idp.close());
  const control = connectMockIdp(idp.url);
  for (const name of ['one', 'two', 'three']) await control.namespace(name).health();
  expect((await control.namespaces()).namespaces.map(({ name }) => name)).toEqual(['two', 'three']);
});

test('a reset brings back people, clients, clock, keys, trouble and an empty journal', async () => {
  const worker = standIn.control.namespace('reset');
  const keys = await worker.keys('google');
  const people = await worker.people();
  const bystander = await standIn.control.person({ id: 'bystander' });
  await worker.person({ id: 'made-here' });
  await worker.removePerson('ada');
  const client = await worker.client({ issuer: 'google', name: 'Shop', redirectUris: [callback] });
  await worker.freeze(new Date('2030-01-01T00:00:00Z'));
  await worker.rotateKeys('google');
  await worker.revokeKey('google', keys[0]?.kid ?? '');
  await worker.fault({ fault: 'discovery-down', issuer: 'google', shots: 'until-cleared' });
  expect((await fetch(`${worker.url}/google/.well-known/openid-configuration`)).status).toBe(503);
  await worker.reset();
  expect(await worker.people()).toHaveLength(people.length);
  expect((await worker.people()).map(({ id }) => id)).toContain('ada');
  expect((await worker.clients()).map(({ clientId }) => clientId)).not.toContain(client.clientId);
  expect(await worker.clock()).toMatchObject({ frozen: false, aheadSeconds: 0 });
  expect(await worker.keys('google')).toEqual(keys);
  expect(await worker.journal()).toEqual([]);
  expect((await fetch(`${worker.url}/google/.well-known/openid-configuration`)).status).toBe(200);
  expect((await standIn.control.people()).map(({ id }) => id)).toContain(bystander.id);
});

test('a reset ends a sign-in that is underway, with a page that says so', async () => {
  const worker = standIn.control.namespace('underway');
  const shop = { issuer: 'google', clientId: 'shop', name: 'Shop', redirectUris: [callback] };
  const begin = async () => {
    await worker.client(shop);
    const query = new URLSearchParams({
      client_id: 'shop',
      redirect_uri: callback,
      response_type: 'code',
      scope: 'openid',
    });
    return new Browser(standIn.url).open(`${worker.url}/google/o/oauth2/v2/auth?${query}`);
  };
  const chooser = await begin();
  await worker.reset();
  const ended = await chooser.choose('ada');
  expect([ended.status, ended.heading]).toEqual([400, 'Error 400: sign_in_ended']);
  await worker.client(shop);
  expect((await chooser.choose('ada')).heading).toBe('Error 400: sign_in_ended');

  const next = await begin();
  const { pathname } = new URL(next.address);
  await worker.reset();
  await worker.client(shop);
  const resumed = await next.browser.open(
    `${worker.url}/google/o/oauth2/v2/auth/${pathname.split('/').at(-1)}`,
  );
  expect([resumed.status, resumed.heading]).toEqual([400, 'Error 400: sign_in_ended']);
});

test.each(['reset', 'remove'] as const)('a %s lets go whoever waits because of a fault', async (how) => {
  const worker = standIn.control.namespace(`waiting-${how}`);
  await worker.keys('google');
  await worker.fault({ fault: 'keys-slow', issuer: 'google', options: { delayMs: 120_000 } });
  const pending = fetch(`${worker.url}/google/oauth2/v3/certs`);
  // Once it is written down it waits, and for nothing else.
  while ((await worker.journal()).length === 0) await setImmediate();
  if (how === 'reset') await worker.reset();
  else await standIn.control.removeNamespace(`waiting-${how}`);
  expect((await pending).status).toBe(200);
});

test('a reset of the root keeps its namespaces', async () => {
  const idp = await startMockIdp();
  onTestFinished(() => idp.close());
  const control = connectMockIdp(idp.url);
  await control.namespace('stays').person({ id: 'stays' });
  await control.person({ id: 'goes' });
  await control.reset();
  const ids = async (of: typeof control) => (await of.people()).map(({ id }) => id);
  expect(await ids(control)).not.toContain('goes');
  expect(await ids(control.namespace('stays'))).toContain('stays');
});

test('what is reset can be used at once, also by a brand’s client', async () => {
  const worker = standIn.control.namespace('fresh');
  await worker.reset();
  const client = await worker.client({ issuer: 'larkspur', name: 'Shop', redirectUris: [callback] });
  const { challenge: codeChallenge } = pkce();
  const back = await worker.signIn({
    issuer: 'larkspur',
    clientId: client.clientId,
    person: 'ada',
    codeChallenge,
  });
  expect(back['code']).toBeDefined();
});
