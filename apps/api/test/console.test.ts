import { randomUUID } from 'node:crypto';
import {
  type AttemptView,
  attemptDetail,
  attemptPage,
  consoleConnections,
  conversationDetail,
  sessionView,
  tryResult,
} from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Agent } from './house/agent.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { goodClaims } from './house/envelope.js';
import { type House, openHouse, WORKSPACE } from './house/house.js';
import { code, implicit, type Larkspur, makeLarkspur, ORIGIN } from './house/larkspur.js';
import type { Page } from './house/page.js';
import { ScriptedProvider } from './house/provider.js';

let house: House;
let desks: Desks;
let larkspur: Larkspur;
let juniper: Larkspur;
let provider: ScriptedProvider;
let page: Page;
let dara: Agent;
let others: Record<'agent' | 'lead' | 'elsewhere', Agent>;

beforeAll(async () => {
  [house, provider] = await Promise.all([openHouse(), ScriptedProvider.start()]);
  desks = await Desks.open(house);
  const google = code('google', provider.url, { loginClientIds: ['the-shop'] });
  const issuers = [{ url: provider.url, label: 'Google' }];
  larkspur = await makeLarkspur(
    house,
    [implicit('site'), implicit('sealed', { encryption: 'required' }), google],
    {
      issuers,
    },
  );
  juniper = await makeLarkspur(house, [implicit('site')], { slug: 'juniper' });
  await desks.staff(larkspur, [
    { email: 'dara@gmail.com', name: 'Dara', role: 'developer' },
    { email: 'agent@gmail.com', name: 'Agent' },
    { email: 'lead@gmail.com', name: 'Lead', role: 'lead' },
  ]);
  await desks.staff(juniper, [{ email: 'june@gmail.com', name: 'June', role: 'developer' }]);
  dara = await desks.agent('larkspur', 'dara@gmail.com');
  others = {
    agent: await desks.agent('larkspur', 'agent@gmail.com'),
    lead: await desks.agent('larkspur', 'lead@gmail.com'),
    elsewhere: await desks.agent('juniper', 'june@gmail.com'),
  };
  page = await larkspur.page();
});
afterAll(async () => {
  await desks.close();
  await provider.stop();
  await house.close();
});

async function present(wrong: Record<string, unknown> = {}, connection = 'site'): Promise<AttemptView> {
  const attempt = await page.attempt(connection);
  const claims = { ...goodClaims(attempt, house.now()), ...wrong };
  await page.prove(attempt, { idToken: await larkspur.signer.sign(claims) });
  return attempt;
}

const token = (wrong: Record<string, unknown> = {}, connection = 'site') => {
  const clientId = larkspur.audience(connection);
  return larkspur.signer.sign({ ...goodClaims({ clientId, nonce: 'nobody’s' }, house.now()), ...wrong });
};
const tryIn = async (connection: string, body: unknown) =>
  (await dara.console('POST', `/connections/${connection}/try`, { body })).as(tryResult).trace;
const outcomes = ({ steps }: Awaited<ReturnType<typeof tryIn>>) =>
  Object.fromEntries(steps.map(({ check, outcome }) => [check, outcome]));

test('a developer reads the connections with their settings and how they do, and no secret', async () => {
  await present();
  await present({ aud: 'stranger' });
  const answer = await dara.console('GET', '/connections');
  expect(answer.text).not.toContain('secret-of-the-chat');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const { connections, kept } = answer.as(consoleConnections);
  expect(kept).toEqual({ days: 30, refusedPerDay: 1_000 });
  expect(connections.map(({ key }) => key)).toEqual(['google', 'sealed', 'site']);
  expect(connections[2]).toMatchObject({
    issuer: { keys: 'pasted' },
    audience: larkspur.audience('site'),
    health: {
      latest: { outcome: 'rejected', reason: 'audience_mismatch' },
      hour: { verified: 1, rejected: 1 },
    },
  });
  expect(connections[0]).toMatchObject({ loginClientIds: ['the-shop'], health: { latest: null } });
});

test('attempts come the latest first, by outcome and reason, page by page', async () => {
  const refused = [
    await present({ aud: 'one' }),
    await present({ iss: 'two' }),
    await present({ aud: 'three' }),
  ];
  const read = async (query: string) =>
    (await dara.console('GET', `/connections/site/attempts?${query}`)).as(attemptPage);
  const ids = ({ attempts }: Awaited<ReturnType<typeof read>>) => attempts.map(({ attempt }) => attempt);
  const [first, second, third] = refused.map(({ attempt }) => attempt);
  expect(ids(await read('limit=3'))).toEqual([third, second, first]);
  expect(ids(await read('reason=audience_mismatch&limit=2'))).toEqual([third, first]);
  for (const { outcome } of (await read('outcome=verified')).attempts) expect(outcome).toBe('verified');
  const one = await read('limit=1');
  expect(ids(await read(`limit=1&before=${one.next}`))).toEqual([second]);
  expect((await read('limit=100')).next).toBeNull();
  expect((await dara.console('GET', '/connections/site/attempts?limit=1000')).problem().code).toBe(
    'request_malformed',
  );
});

test('an attempt is read by connection, and by its id alone', async () => {
  const { attempt } = await present({ aud: 'the-shop' });
  for (const path of [`/connections/site/attempts/${attempt}`, `/attempts/${attempt}`]) {
    const detail = (await dara.console('GET', path)).as(attemptDetail);
    expect(detail).toMatchObject({ connection: 'site', purpose: 'first', turnedAway: [] });
    expect(detail.trace).toMatchObject({ origin: ORIGIN, outcome: 'rejected', reason: 'audience_mismatch' });
    expect(detail.trace.hint).toContain('`aud` is the brand site’s client id');
  }
  expect((await dara.console('GET', `/connections/sealed/attempts/${attempt}`)).problem().code).toBe(
    'attempt_not_found',
  );
});

test('another brand’s attempt is as unknown as one that never was', async () => {
  const { attempt } = await present();
  for (const id of [attempt, randomUUID()])
    for (const path of [`/connections/site/attempts/${id}`, `/attempts/${id}`])
      expect((await others.elsewhere.console('GET', path)).problem()).toMatchObject({
        code: 'attempt_not_found',
        status: 404,
      });
  const list = (await others.elsewhere.console('GET', '/connections/site/attempts')).as(attemptPage);
  expect(list.attempts).toEqual([]);
  expect((await others.elsewhere.console('GET', '/connections/google/attempts')).problem().code).toBe(
    'connection_unknown',
  );
  const body = { token: await token() };
  const tried = (await others.elsewhere.console('POST', '/connections/site/try', { body })).as(tryResult);
  expect(tried.trace.outcome).toBe('rejected');
});

test('an agent or a lead reads no connection and no trace, and tries nothing', async () => {
  const { attempt } = await present();
  const refused = { code: 'developer_role_required', status: 403 };
  for (const who of [others.agent, others.lead]) {
    for (const path of ['/connections', '/connections/site/attempts', `/attempts/${attempt}`])
      expect((await who.console('GET', path)).problem()).toMatchObject(refused);
    const body = { token: 'a.b.c' };
    expect((await who.console('POST', '/connections/site/try', { body })).problem()).toMatchObject(refused);
  }
});

test('a developer is no lead: a conversation that is not theirs shows no facts', async () => {
  const ada = await Consumer.verified(house, larkspur);
  const { conversation } = await ada.say('Who sees this?');
  const detail = (await dara.call('GET', `/conversations/${conversation}`)).as(conversationDetail);
  expect(detail.panel).toMatchObject({ visible: false, sealed: [] });
  expect((await dara.call('GET', `/conversations/${conversation}/trace`)).problem().code).toBe(
    'agent_not_assigned',
  );
  ada.close();
});

test('only the workspace may try, whoever is signed in', async () => {
  const body = { token: 'a.b.c' };
  for (const origin of [ORIGIN, null, 'null'])
    expect((await dara.console('POST', '/connections/site/try', { body, origin })).problem()).toMatchObject({
      code: 'origin_not_allowed',
      status: 403,
    });
  const preflight = await fetch(`${house.url}/v1/console/connections`, {
    method: 'OPTIONS',
    headers: { origin: WORKSPACE },
  });
  expect(preflight.headers.get('access-control-allow-origin')).toBe(WORKSPACE);
  expect(preflight.headers.get('access-control-allow-credentials')).toBe('true');
});

test('a developer’s workspace hears that a proof was judged, and nobody else’s does', async () => {
  const [mine, agents, theirs] = await Promise.all(
    [dara, others.agent, others.elsewhere].map((agent) => agent.connect()),
  );
  const heard = mine?.hears('attempt:judged');
  const silent: string[] = [];
  agents?.socket.on('attempt:judged', () => silent.push('agent'));
  theirs?.socket.on('attempt:judged', () => silent.push('elsewhere'));
  await present({ aud: 'stranger' });
  expect(await heard).toEqual({ connection: 'site' });
  for (const line of [mine, agents, theirs]) line?.close();
  expect(silent).toEqual([]);
});

test('a token is tried without an attempt: nonce and single use are not tried, and nothing is opened or stored', async () => {
  const rows = async () => [
    await house.database.trace.count(),
    await house.database.attempt.count(),
    await house.database.session.count(),
    await house.database.usedProof.count(),
    await house.database.consumer.count(),
  ];
  const before = await rows();
  const idToken = await token();
  const first = await tryIn('site', { token: idToken });
  expect(first).toMatchObject({ outcome: 'verified', connection: 'site', keyId: 'larkspur-1' });
  expect(outcomes(first)).toMatchObject({
    attempt: 'not_tried',
    nonce: 'not_tried',
    freshness: 'not_tried',
    'single-use': 'not_tried',
    signature: 'passed',
    audience: 'passed',
  });
  expect((await tryIn('site', { token: idToken })).outcome).toBe('verified');
  expect(await rows()).toEqual(before);
  // A thumbprint is chance, and may spell a name.
  expect(JSON.stringify({ ...first, keyThumbprint: null })).not.toMatch(/Ada|customer-4711|LM-4711/);
});

test('trying is limited for each developer, and allowed again later', async () => {
  const limited = await openHouse({ RATE_LIMIT_PER_MINUTE: '3' });
  const there = await Desks.open(limited);
  const brand = await makeLarkspur(limited, [implicit('site')]);
  await there.staff(brand, [{ email: 'dara@gmail.com', name: 'Dara', role: 'developer' }]);
  const someone = await there.agent('larkspur', 'dara@gmail.com');
  const tried = () => someone.console('POST', '/connections/site/try', { body: { token: 'a.b.c' } });
  for (let time = 0; time < 3; time += 1) expect((await tried()).status).toBe(200);
  expect((await tried()).problem()).toMatchObject({ code: 'rate_limited', status: 429 });
  limited.later({ minutes: 1 });
  expect((await tried()).status).toBe(200);
  await there.close();
  await limited.close();
});

test('a token that was tried still opens a session', async () => {
  const attempt = await page.attempt('site');
  const idToken = await larkspur.signer.sign(goodClaims(attempt, house.now()));
  await tryIn('site', { token: idToken });
  expect((await page.prove(attempt, { idToken })).as(sessionView).assurance).toBe('verified');
});

test('what is wrong with a token is told as an attempt would tell it', async () => {
  expect(await tryIn('sealed', { token: await token({}, 'sealed') })).toMatchObject({
    reason: 'encryption_required',
    hint: expect.stringContaining('/v1/brands/larkspur/jwks'),
  });
  expect(await tryIn('site', { token: await token({}, 'sealed') })).toMatchObject({
    reason: 'audience_mismatch',
    hint: expect.stringContaining('the audience of the connection `sealed`'),
  });
  expect(await tryIn('site', { token: 'no token at all' })).toMatchObject({ reason: 'proof_malformed' });
  expect(await tryIn('site', { code: 'a-code' })).toMatchObject({ reason: 'proof_of_other_flow' });
});

test('a code is swapped once and judged, and a second time the provider says no', async () => {
  const iat = Math.floor(house.now().getTime() / 1_000);
  const idToken = await provider.signer.sign({
    iss: provider.url,
    aud: 'the-shop',
    sub: 'customer-4711',
    iat,
    exp: iat + 300,
  });
  provider.grants(idToken);
  const given = { code: 'once-and-no-more', codeVerifier: 'the-verifier-of-the-test' };
  const tried = await tryIn('google', given);
  const asked = provider.asked.filter(({ endpoint }) => endpoint === 'token');
  expect(asked.at(-1)?.form.get('code_verifier')).toBe('the-verifier-of-the-test');
  expect(tried).toMatchObject({ reason: 'audience_mismatch' });
  expect(tried.hint).toBe(
    '`aud` is the brand site’s client id; put the chat client’s id here: `chat-of-larkspur`.',
  );
  expect(outcomes(tried)).toMatchObject({
    flow: 'passed',
    'code-once': 'not_tried',
    'token-endpoint': 'passed',
  });
  expect(await house.database.usedProof.count({ where: { fingerprint: { startsWith: 'code:' } } })).toBe(0);
  provider.on('token', (response) => {
    response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"invalid_grant"}');
  });
  expect(await tryIn('google', given)).toMatchObject({ reason: 'code_refused' });
});
