import { request } from 'node:http';
import { expect, test } from 'vitest';
import { startMockIdp } from '../src/index.js';
import { callback, signIn, useStandIn } from './support/world.js';

const standIn = useStandIn();

const raw = (path: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(`${standIn.url}${path}`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject).end();
  });

test('a person made at run time can sign in, with a subject of 21 digits', async () => {
  const person = await standIn.control.person({ id: 'grace', email: 'grace@gmail.com' });
  expect(person).toMatchObject({ name: 'Grace', emailVerified: true, issuers: ['google'] });
  expect(person.subjects['google']).toMatch(/^\d{21}$/);
  const back = await signIn(standIn, await standIn.client(), 'grace');
  expect(back.query.has('code')).toBe(true);
});

test('a person who is replaced keeps the subject', async () => {
  const first = await standIn.control.person({ id: 'again', name: 'First Name' });
  const second = await standIn.control.person({ id: 'again', name: 'Second Name' });
  expect(second).toMatchObject({ name: 'Second Name', subjects: first.subjects });
});

test('a change takes members away by null and leaves the rest', async () => {
  await standIn.control.person({ id: 'changed', email: 'changed@gmail.com', hd: 'changed.example' });
  const changed = await standIn.control.changePerson('changed', { hd: null, emailVerified: false });
  expect(changed).toMatchObject({ email: 'changed@gmail.com', emailVerified: false });
  expect(changed).not.toHaveProperty('hd');
});

test('a person who is removed is gone', async () => {
  await standIn.control.person({ id: 'leaving' });
  await standIn.control.removePerson('leaving');
  await expect(standIn.control.removePerson('leaving')).rejects.toThrow(/There is no person leaving/);
});

test('an unknown person is answered with those there are', async () => {
  const refused = standIn.control.changePerson('nobody', {});
  await expect(refused).rejects.toMatchObject({
    status: 404,
    problem: { error: 'person_unknown', known: expect.arrayContaining(['ada', 'mallory', 'noor']) },
  });
});

test('an unknown issuer is answered with those there are', async () => {
  const refused = standIn.control.person({ id: 'lost', issuers: ['nowhere'] });
  await expect(refused).rejects.toMatchObject({
    status: 404,
    problem: { known: ['google', 'larkspur', 'juniper', 'google-2025', 'strict'] },
  });
});

test('two people never share a subject', async () => {
  const refused = standIn.control.person({
    id: 'thief',
    issuers: ['larkspur'],
    subjects: { larkspur: 'cust-10482' },
  });
  await expect(refused).rejects.toMatchObject({ status: 409, problem: { error: 'subject_taken' } });
});

test('each member that is wrong is named with what was expected', async () => {
  const refused = standIn.control.person({ id: 'Not An Id', email: 'nowhere' });
  await expect(refused).rejects.toMatchObject({
    status: 400,
    problem: {
      members: [
        { member: 'id', expected: 'expected 1 to 80 of a-z, 0-9, dot, dash and underscore' },
        { member: 'email', expected: 'expected an e-mail address' },
      ],
    },
  });
});

test('a client keeps its secret when it is registered again, and lists show none', async () => {
  const first = await standIn.client({ clientId: 'kept' });
  const second = await standIn.client({ clientId: 'kept', name: 'Another name' });
  expect(second.clientSecret).toBe(first.clientSecret);
  const listed = await standIn.control.clients();
  expect(listed.find(({ clientId }) => clientId === 'kept')).not.toHaveProperty('clientSecret');
  await standIn.control.removeClient('google', 'kept');
  expect((await standIn.control.clients()).map(({ clientId }) => clientId)).not.toContain('kept');
});

test('a client that changes its redirect URIs is known by the new ones at once', async () => {
  const client = await standIn.client({ redirectUris: ['http://localhost:1/old'] });
  await standIn.client({ ...client, redirectUris: [callback] });
  expect((await standIn.browser().open(standIn.authorize(client))).heading).toBe('Choose an account');
});

test('a page is refused, and so is a name that was rebound to this machine', async () => {
  expect(await raw('/control/people', {})).toBe(200);
  expect(await raw('/control/people', { origin: 'http://localhost:4200' })).toBe(403);
  expect(await raw('/control/people', { host: 'idp.example:4000' })).toBe(403);
});

test('a route that is none is answered with those there are', async () => {
  const response = await fetch(`${standIn.url}/control/peeple`);
  expect([response.status, await response.json()]).toMatchObject([
    404,
    { error: 'route_unknown', known: expect.arrayContaining(['POST /control/people']) },
  ]);
  expect((await fetch(`${standIn.url}/control/health`, { method: 'PUT' })).status).toBe(405);
});

test('a name that is not percent-encoded UTF-8 is refused in words', async () => {
  const response = await fetch(`${standIn.url}/control/people/%E0%A4%A`);
  expect([response.status, await response.json()]).toMatchObject([400, { error: 'path_malformed' }]);
});

test('where control is off it answers nothing else', async () => {
  const closed = await startMockIdp({ control: false });
  const response = await fetch(`${closed.url}/control/people`);
  expect([response.status, await response.json()]).toMatchObject([403, { error: 'control_off' }]);
  await closed.close();
});
