import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import type { Client, FaultInput } from '../src/control/index.js';
import { connectMockIdp } from '../src/control/index.js';
import { startMockIdp } from '../src/index.js';
import { signIn, useStandIn } from './support/world.js';

const standIn = useStandIn();

const paths = { keys: '/oauth2/v3/certs', discovery: '/.well-known/openid-configuration' };
const arm = (input: Omit<FaultInput, 'issuer'>) => standIn.control.fault({ issuer: 'google', ...input });

async function tokensOf(client: Client, person: string) {
  const back = await signIn(standIn, client, person);
  return standIn.token(client, { code: back.query.get('code') ?? '' });
}
const audienceOf = async (answer: Response): Promise<unknown> =>
  decodeJwt(((await answer.json()) as { id_token: string }).id_token).aud;

test.each(['keys', 'discovery'] as const)(
  '%s that are down answer 503 until they are back',
  async (endpoint) => {
    const at = `${standIn.issuer()}${paths[endpoint]}`;
    const fault = endpoint === 'keys' ? 'keys-down-while-cached' : 'discovery-down';
    const { id } = await arm({ fault, shots: 'until-cleared' });
    const answers = [await fetch(at), await fetch(at)];
    expect(answers.map(({ status }) => status)).toEqual([503, 503]);
    expect(answers[0]?.headers.get('retry-after')).toBe('30');
    await standIn.control.clearFault(id);
    expect((await fetch(at)).status).toBe(200);
  },
);

test('a fault aimed at one client does not touch another', async () => {
  const [one, other] = [await standIn.client(), await standIn.client()];
  await arm({ fault: 'token-down', aim: { clientId: one.clientId } });
  const answers = await Promise.all([tokensOf(one, 'ada'), tokensOf(other, 'ada')]);
  expect(answers.map(({ status }) => status)).toEqual([503, 200]);
  expect((await tokensOf(one, 'ada')).status, 'one shot').toBe(200);
});

test.each([
  ['id', 'ben'],
  ['e-mail address', 'e-mail'],
  ['subject', 'subject'],
])('a fault aimed at the %s of a person does not touch another person', async (_, by) => {
  const client = await standIn.client();
  const people = await standIn.control.people();
  const ben = people.find(({ id }) => id === 'ben');
  const named = { ben: 'ben', 'e-mail': ben?.email, subject: ben?.subjects['google'] }[by] ?? '';
  await arm({ fault: 'another-audience', aim: { loginHint: named, clientId: client.clientId } });
  expect(await audienceOf(await tokensOf(client, 'chi'))).toBe(client.clientId);
  expect(await audienceOf(await tokensOf(client, 'ben'))).toBe('another-client');
  expect(await audienceOf(await tokensOf(client, 'ben')), 'one shot').toBe(client.clientId);
});

test('a fault aimed at a state is for the request that carries it', async () => {
  const client = await standIn.client();
  await arm({ fault: 'another-audience', aim: { state: 'the-one' } });
  const codeOf = async (state: string) =>
    (await signIn(standIn, client, 'ada', { state })).query.get('code') ?? '';
  const [one, other] = [await codeOf('the-one'), await codeOf('the-other')];
  expect(await audienceOf(await standIn.token(client, { code: other }))).toBe(client.clientId);
  expect(await audienceOf(await standIn.token(client, { code: one }))).toBe('another-client');
});

test('a fault is aimed by the hint of the request, also where it names nobody by that word', async () => {
  const client = await standIn.client({ consent: 'given', signInByHint: true });
  await arm({ fault: 'denied', aim: { loginHint: 'ADA.OSEI@gmail.com', clientId: client.clientId } });
  const ask = (hint: string) => standIn.browser().open(standIn.authorize(client, { login_hint: hint }));
  expect((await ask('ben')).query.get('error')).toBeNull();
  expect((await ask('ada')).query.get('error')).toBe('access_denied');
  expect((await ask('ada')).query.get('error')).toBeNull();
});

test('of many answers at once exactly as many are bent as there are shots', async () => {
  const at = `${standIn.issuer()}${paths.keys}`;
  await arm({ fault: 'keys-down-while-cached', shots: 3 });
  const answers = await Promise.all(Array.from({ length: 12 }, () => fetch(at)));
  expect(answers.filter(({ status }) => status === 503)).toHaveLength(3);
  expect((await standIn.control.faults()).filter(({ fault }) => fault === 'keys-down-while-cached')).toEqual(
    [],
  );
});

test('a shot is not spent on an answer without an ID token', async () => {
  const client = await standIn.client();
  const { id } = await arm({ fault: 'another-audience', aim: { clientId: client.clientId } });
  expect((await standIn.token(client, { code: '4/0Anothing' })).status).toBe(400);
  expect((await standIn.control.faults()).map((armed) => armed.id)).toContain(id);
  await standIn.control.clearFault(id);
});

test('a slow endpoint answers late, or as soon as it is well again', async () => {
  const client = await standIn.client();
  const aim = { clientId: client.clientId };
  const { id } = await arm({ fault: 'token-slow', aim, options: { delayMs: 60_000 } });
  const begun = tokensOf(client, 'ada');
  // Taken: from here on it is held back.
  await expect.poll(async () => (await standIn.control.faults()).some((one) => one.id === id)).toBe(false);
  await standIn.control.clearFault(id);
  expect((await begun).status).toBe(200);
  await expect(standIn.control.clearFault(id)).rejects.toMatchObject({ status: 404 });
});

test('a byte at a time, and the rest at once when it is cleared', async () => {
  const client = await standIn.client();
  const { id } = await arm({
    fault: 'token-drip',
    aim: { clientId: client.clientId },
    options: { delayMs: 60_000 },
  });
  const answer = await tokensOf(client, 'ada');
  expect(answer.status).toBe(200);
  await standIn.control.clearFault(id);
  expect(await audienceOf(answer)).toBe(client.clientId);
});

test('a connection is dropped, or cut in the middle', async () => {
  const client = await standIn.client();
  const aim = { clientId: client.clientId };
  await arm({ fault: 'token-dropped', aim });
  await expect(tokensOf(client, 'ada')).rejects.toThrow('fetch failed');
  await arm({ fault: 'token-cut', aim });
  const answer = await tokensOf(client, 'ada');
  await expect(answer.text()).rejects.toThrow();
});

test('a stand-in that closes leaves nobody waiting', async () => {
  const running = await startMockIdp();
  const control = connectMockIdp(running.url);
  // Made when they are first asked for, which may take as long as the machine likes.
  await control.keys('google');
  await control.fault({ issuer: 'google', fault: 'keys-slow', options: { delayMs: 120_000 } });
  const waiting = fetch(`${running.url}/google${paths.keys}`).then(
    () => 'answered',
    () => 'ended',
  );
  await expect.poll(() => control.faults()).toEqual([]);
  await running.close();
  expect(await waiting).toBe('ended');
});

test('faults of one namespace are not those of another', async () => {
  const mine = connectMockIdp(`${standIn.url}/t/mine`);
  await mine.fault({ issuer: 'google', fault: 'keys-down-while-cached', shots: 'until-cleared' });
  expect((await fetch(`${standIn.url}/t/mine/google${paths.keys}`)).status).toBe(503);
  expect((await fetch(`${standIn.url}/t/theirs/google${paths.keys}`)).status).toBe(200);
  expect((await fetch(`${standIn.issuer()}${paths.keys}`)).status).toBe(200);
});

test('what is armed is listed with what is left of it, and cleared at once', async () => {
  const control = connectMockIdp(`${standIn.url}/t/listed`);
  const armed = await control.fault({
    issuer: 'google',
    fault: 'expired',
    aim: { loginHint: 'ada' },
    shots: 2,
  });
  expect(await control.faults()).toEqual([armed]);
  expect(armed).toMatchObject({ fault: 'expired', shots: 2, expect: 'token_expired' });
  await control.fault({ issuer: 'google', fault: 'denied' });
  await control.clearFaults();
  expect(await control.faults()).toEqual([]);
});

test('the catalogue says of each fault why it matters and what a good verifier says', async () => {
  const rows = await standIn.control.catalogue();
  expect(rows.length).toBeGreaterThan(80);
  expect(rows.find(({ name }) => name === 'another-state')).toMatchObject({ judge: 'client', at: 'return' });
});
