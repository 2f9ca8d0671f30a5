import { type LogoutPage, logoutPage, type SessionView, sessionView } from '@countersign/contracts';
import { type RunningMockIdp, startMockIdp } from '@countersign/mock-idp';
import { type Client, connectMockIdp, type MockIdp } from '@countersign/mock-idp/control';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Answer } from './house/answer.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { type House, openHouse } from './house/house.js';
import { CALLBACK, code, implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import type { Page } from './house/page.js';
import { ScriptedProvider } from './house/provider.js';

const RAVI = 'ravi.desk@gmail.com';
const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
let house: House;
let running: RunningMockIdp;
let idp: MockIdp;
let client: Client;
let scripted: ScriptedProvider;
let larkspur: Larkspur;
let desks: Desks;

const doorOf = (key: string): string => {
  const found = larkspur.view.connections.find((connection) => connection.key === key);
  return `${house.url}/v1/connections/${found?.id}/backchannel-logout`;
};

beforeAll(async () => {
  [house, running, scripted] = await Promise.all([openHouse(), startMockIdp(), ScriptedProvider.start()]);
  idp = connectMockIdp(running.url);
  const issuer = running.issuers['larkspur'] ?? '';
  client = await idp.client({ issuer: 'larkspur', name: 'Chat', redirectUris: [CALLBACK] });
  const { clientId, clientSecret } = client;
  const own = { clientId, clientSecret, redirectUris: [CALLBACK], backchannelLogout: true };
  larkspur = await makeLarkspur(
    house,
    [code('own', issuer, own), code('scripted', scripted.url, { backchannelLogout: true }), implicit('site')],
    {
      issuers: [
        { url: issuer, label: 'Larkspur ID' },
        { url: scripted.url, label: 'Scripted' },
      ],
    },
  );
  await idp.changeClient('larkspur', clientId, { backchannelLogoutUri: doorOf('own') });
  desks = await Desks.open(house);
  await desks.staff(larkspur, [{ email: RAVI, name: 'Ravi', role: 'developer' }]);
});
afterAll(async () => {
  await house.close();
  await Promise.all([running.close(), scripted.stop(), desks.close()]);
});
afterEach(() => house.resetClock());

/** Code Flow at the brand's own server, in a browser of its own. */
async function prove(page: Page, person: string): Promise<SessionView> {
  const attempt = await page.attempt('own');
  const back = await idp.signIn({
    issuer: 'larkspur',
    clientId: client.clientId,
    person,
    state: attempt.attempt,
    nonce: attempt.nonce,
    codeChallenge: attempt.codeChallenge,
  });
  return (await page.prove(attempt, { code: back['code'] ?? '', redirectUri: CALLBACK })).as(sessionView);
}

const arrives = async (person: string): Promise<Consumer> => {
  const page = await larkspur.page();
  return Consumer.join(house, page, await prove(page, person));
};
const gone = (consumer: Consumer) => consumer.line.hears('disconnect');

async function post(door: string, body: Record<string, string> | string, type?: string): Promise<Answer> {
  const content = typeof body === 'string' ? body : new URLSearchParams(body);
  const headers = type === undefined ? {} : { 'content-type': type };
  return Answer.of(await fetch(door, { method: 'POST', body: content, headers }));
}

/** A logout token of the scripted provider, for the client of that connection. */
const logoutToken = (claims: Record<string, unknown> = {}, header: Record<string, string> = {}) => {
  const iat = Math.floor(house.now().getTime() / 1_000);
  return scripted.signer.sign(
    {
      iss: scripted.url,
      aud: 'chat-of-larkspur',
      iat,
      jti: crypto.randomUUID(),
      sub: 'nobody-here',
      events: { [EVENT]: {} },
      ...claims,
    },
    { typ: 'logout+jwt', ...header },
  );
};

async function logouts(key: string): Promise<LogoutPage> {
  const ravi = await desks.agent('larkspur', RAVI);
  return (await ravi.console('GET', `/connections/${key}/logouts`)).as(logoutPage);
}

test('a logout at the provider, by subject, closes every device of that person and no other', async () => {
  const [laptop, phone, other] = [await arrives('ada'), await arrives('ada'), await arrives('ben')];
  const { told } = await idp.logout('larkspur', 'ada', { by: 'subject' });
  expect(told).toMatchObject([{ clientId: client.clientId, status: 200 }]);
  await Promise.all([gone(laptop), gone(phone)]);
  expect(laptop.line.all<object>('session:changed')).toMatchObject([{ assurance: 'revoked' }]);
  expect((await other.say('Still here.')).text).toBe('Still here.');
  other.close();
});

test('a logout at the provider, session by session, closes what each of them opened', async () => {
  const [laptop, phone] = [await arrives('chi'), await arrives('chi')];
  await idp.logout('larkspur', 'chi');
  await Promise.all([gone(laptop), gone(phone)]);
  const { url, logouts: latest } = await logouts('own');
  expect(url).toBe(doorOf('own'));
  expect(latest.slice(0, 2).map(({ concerned, sessions }) => [concerned, sessions])).toEqual([
    ['sid', 1],
    ['sid', 1],
  ]);
});

test('with a sid the other sessions of the person live on', async () => {
  const sid = `session-${crypto.randomUUID()}`;
  const opened: Consumer[] = [];
  for (const own of [sid, 'another-session']) {
    const page = await larkspur.page();
    const attempt = await page.attempt('scripted');
    const iat = Math.floor(house.now().getTime() / 1_000);
    const claims = { iss: scripted.url, aud: 'chat-of-larkspur', sub: 'cust-sid', iat, exp: iat + 300 };
    scripted.grants(await scripted.signer.sign({ ...claims, nonce: attempt.nonce, sid: own }));
    const proven = await page.prove(attempt, { code: crypto.randomUUID() });
    opened.push(await Consumer.join(house, page, proven.as(sessionView)));
  }
  const [ended, living] = opened as [Consumer, Consumer];
  const token = await logoutToken({ sub: 'cust-sid', sid });
  const answer = await post(doorOf('scripted'), { logout_token: token });
  expect([answer.status, answer.text]).toEqual([200, '']);
  await gone(ended);
  expect((await living.say('Still here.')).text).toBe('Still here.');
  living.close();
});

test('a proof that was on its way when the provider’s session ended opens nothing', async () => {
  const page = await larkspur.page();
  const attempt = await page.attempt('scripted');
  const iat = Math.floor(house.now().getTime() / 1_000);
  const claims = { iss: scripted.url, aud: 'chat-of-larkspur', sub: 'cust-way', iat, exp: iat + 300 };
  scripted.grants(await scripted.signer.sign({ ...claims, nonce: attempt.nonce, sid: 'on-its-way' }));
  const token = await logoutToken({ sub: undefined, sid: 'on-its-way' });
  expect((await post(doorOf('scripted'), { logout_token: token })).status).toBe(200);
  const proven = await page.prove(attempt, { code: crypto.randomUUID() });
  expect(proven.problem().reason).toBe('session_ended');
});

test('a logout token counts once', async () => {
  const token = await logoutToken();
  expect((await post(doorOf('scripted'), { logout_token: token })).status).toBe(200);
  const again = await post(doorOf('scripted'), { logout_token: token });
  expect(again.json()).toMatchObject({ error: 'invalid_request', reason: 'proof_replayed' });
});

test.each<[string, Record<string, unknown>, Record<string, string>, string]>([
  ['with a nonce', { nonce: 'of-an-attempt' }, {}, 'type_not_allowed'],
  ['that calls itself an ID token', {}, { typ: 'JWT' }, 'type_not_allowed'],
  ['that tells of nothing', { events: {} }, {}, 'type_not_allowed'],
  ['for another client', { aud: 'the-shop' }, {}, 'audience_mismatch'],
  ['of another issuer', { iss: 'https://id.juniper.example' }, {}, 'issuer_mismatch'],
  ['of nobody', { sub: undefined }, {}, 'claims_malformed'],
  ['that is old', { iat: Math.floor(Date.now() / 1_000) - 300 }, {}, 'token_too_old'],
])(
  'a logout token %s is refused in words, and ends nothing',
  async (_, claims, header, reason) => {
    const answer = await post(doorOf('scripted'), { logout_token: await logoutToken(claims, header) });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.json()).toMatchObject({
      error: 'invalid_request',
      error_description: expect.stringMatching(/\.$/),
      code: 'logout_token_invalid',
      reason,
    });
    const [latest] = (await logouts('scripted')).logouts;
    expect(latest).toMatchObject({ outcome: 'rejected', reason, sessions: null });
    expect(latest?.steps.filter(({ outcome }) => outcome === 'failed')).toHaveLength(1);
  },
  20_000,
);

test('an ID token signs nobody out', async () => {
  const iat = Math.floor(house.now().getTime() / 1_000);
  const claims = { iss: scripted.url, aud: 'chat-of-larkspur', sub: 'cust-1', iat, exp: iat + 300 };
  const token = await scripted.signer.sign({ ...claims, jti: 'j' });
  expect((await post(doorOf('scripted'), { logout_token: token })).status).toBe(400);
});

test.each<[string, Record<string, string> | string, string | undefined]>([
  ['nothing', {}, undefined],
  ['JSON', '{"logout_token":"x"}', 'application/json'],
  ['another parameter', { token: 'x' }, undefined],
  ['two tokens', 'logout_token=a&logout_token=b', 'application/x-www-form-urlencoded'],
  ['no token at all', { logout_token: 'x' }, undefined],
])('%s is refused in words', async (_, body, type) => {
  const answer = await post(doorOf('scripted'), body, type);
  expect(answer.status).toBe(400);
  expect(answer.json()).toMatchObject({ error: 'invalid_request', error_description: expect.any(String) });
});

test('a connection that takes no logout tokens, or none at all, is not there', async () => {
  const token = await logoutToken();
  expect((await post(doorOf('site'), { logout_token: token })).problem().code).toBe('connection_unknown');
  const nobody = doorOf('site').replace(/connections\/[^/]+/, `connections/${crypto.randomUUID()}`);
  expect((await post(nobody, { logout_token: token })).problem().code).toBe('connection_unknown');
});
