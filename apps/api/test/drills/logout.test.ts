import { sessionView, id as uuid } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Backend } from '../house/backend.js';
import { Consumer } from '../house/consumer.js';
import { Desks } from '../house/desks.js';
import type { House } from '../house/house.js';
import { implicit, type Larkspur, makeLarkspur, ORIGIN } from '../house/larkspur.js';
import type { Page } from '../house/page.js';
import { ScriptedProvider } from '../house/provider.js';
import { type Several, startSeveral } from '../house/several.js';
import type { Line } from '../house/socket.js';
import { many } from './many.js';
import { report, whole } from './report.js';

/** How many consumers sign out in each way, with how many tabs; and how many logouts are under way at a time. */
const PLAN = whole ? { consumers: 100, tabs: 3, atOnce: 5 } : { consumers: 10, tabs: 3, atOnce: 5 };
const LONGEST_MS = 1_000;
const LENA = 'lena.desk@gmail.com';
const CLIENT = 'the-chat';
const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

let several: Several;
let provider: ScriptedProvider;
let desks: Desks;
let larkspur: Larkspur;
let backend: Backend;
let leads: readonly Line[];

beforeAll(async () => {
  // Nothing but the processes and PostgreSQL: no Redis is started, and the processes are told of none.
  [several, provider] = await Promise.all([startSeveral(2), ScriptedProvider.start()]);
  const own = { issuer: provider.url, clientId: CLIENT, backchannelLogout: true, apps: true };
  larkspur = await makeLarkspur(several.house, [implicit('site', own)], {
    issuers: [{ url: provider.url, label: 'Larkspur ID' }],
  });
  desks = await Desks.open(several.house);
  await desks.staff(larkspur, [{ email: LENA, name: 'Lena', role: 'lead' }]);
  backend = await Backend.of(several.house, 'larkspur');
  const agent = await desks.agent('larkspur', LENA);
  leads = await Promise.all(Array.from({ length: PLAN.atOnce }, () => agent.connect()));
}, 60_000);
afterAll(async () => {
  for (const line of leads) line.close();
  await several.close();
  await Promise.all([provider.stop(), desks.close()]);
});

/** One consumer in one browser, with tabs at both processes. */
type Present = {
  readonly sub: string;
  readonly sid: string;
  readonly page: Page;
  readonly tabs: readonly Consumer[];
  readonly token: string;
};

const houseAt = (url: string): House => ({ ...several.house, url });
let counted = 0;

async function arrive(origin: string | null): Promise<Present> {
  const number = ++counted;
  const [sub, sid] = [`cust-${number}`, `session-${number}`];
  const page = await larkspur.page(origin);
  const attempt = await page.attempt('site');
  const iat = Math.floor(Date.now() / 1_000);
  const claims = { iss: provider.url, aud: CLIENT, sub, sid, iat, exp: iat + 300, nonce: attempt.nonce };
  const first = (await page.prove(attempt, { idToken: await provider.signer.sign(claims) })).as(sessionView);
  const tabs: Consumer[] = [];
  for (let tab = 0; tab < PLAN.tabs; tab += 1) {
    const url = several.urls[(number + tab) % several.urls.length] ?? '';
    const there = page.through(url);
    const session = tab === 0 ? first : (await there.resume(sub)).as(sessionView);
    tabs.push(await Consumer.join(houseAt(url), there, session, origin));
  }
  return { sub, sid, page, tabs, token: first.token };
}

const logoutToken = (whom: Record<string, string>): Promise<string> =>
  provider.signer.sign(
    {
      iss: provider.url,
      aud: CLIENT,
      iat: Math.floor(Date.now() / 1_000),
      jti: crypto.randomUUID(),
      events: { [EVENT]: {} },
      ...whom,
    },
    { typ: 'logout+jwt' },
  );

async function byProvider(whom: Record<string, string>): Promise<() => Promise<unknown>> {
  const [connection] = larkspur.view.connections;
  const url = `${several.house.url}/v1/connections/${uuid.parse(connection?.id)}/backchannel-logout`;
  const body = new URLSearchParams({ logout_token: await logoutToken(whom) });
  return () => fetch(url, { method: 'POST', body }).then(({ status }) => expect(status).toBe(200));
}

type Way = {
  readonly origin: string | null;
  /** Makes it ready, so that nothing is measured but the logout itself. */
  readonly ready: (consumer: Present, lane: number) => Promise<() => Promise<unknown>>;
};

const byItself: Way['ready'] = async ({ page, token }) => {
  const proof = await page.possession('DELETE', '/v1/sessions/current', token);
  return () => page.call('DELETE', '/v1/sessions/current', { token, proof });
};

const ways: Record<string, Way> = {
  page: { origin: ORIGIN, ready: byItself },
  app: { origin: null, ready: byItself },
  'lead agent': {
    origin: ORIGIN,
    ready: async ({ tabs: [tab] }, lane) => {
      const conversation = (await tab?.say('Hello?'))?.conversation;
      return async () => leads[lane]?.get('consumer:sign-out', { conversation });
    },
  },
  'brand’s backend': {
    origin: ORIGIN,
    ready:
      async ({ sub }) =>
      () =>
        backend.endSessions(sub),
  },
  'logout token, sub': { origin: ORIGIN, ready: ({ sub }) => byProvider({ sub }) },
  'logout token, sid': { origin: ORIGIN, ready: ({ sub, sid }) => byProvider({ sub, sid }) },
};

/** From the moment the logout is sent, which is before it is received, to the last socket that closed. */
async function timeOf(consumer: Present, logout: () => Promise<unknown>): Promise<number> {
  const closed = consumer.tabs.map(({ line }) => line.hears('disconnect').then(() => performance.now()));
  const begun = performance.now();
  const [moments] = await Promise.all([Promise.all(closed), logout()]);
  return Math.max(...moments) - begun;
}

async function signOutAll(origin: string | null, ready: Way['ready']): Promise<number[]> {
  const present = await many(PLAN.consumers, () => arrive(origin));
  const logouts: [Present, () => Promise<unknown>][] = [];
  for (const [at, consumer] of present.entries())
    logouts.push([consumer, await ready(consumer, at % PLAN.atOnce)]);
  const times: number[] = [];
  const lanes = Array.from({ length: PLAN.atOnce }, async () => {
    for (let next = logouts.pop(); next; next = logouts.pop()) times.push(await timeOf(...next));
  });
  await Promise.all(lanes);
  return times.sort((a, b) => a - b);
}

const at = (sorted: readonly number[], part: number) =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);

test('however a consumer is signed out, every tab at every process is closed within a second, without Redis', async () => {
  const rows: Record<string, string | number>[] = [];
  for (const [way, { origin, ready }] of Object.entries(ways)) {
    const times = await signOutAll(origin, ready);
    expect(times).toHaveLength(PLAN.consumers);
    rows.push({
      way,
      consumers: times.length,
      sockets: times.length * PLAN.tabs,
      'median ms': at(times, 0.5),
      'p99 ms': at(times, 0.99),
      'longest ms': at(times, 1),
    });
  }
  report(
    `Logout everywhere: ${several.urls.length} processes on one PostgreSQL, ${PLAN.atOnce} logouts under way at a time. Redis plays no part: there is none`,
    rows,
  );
  // Time is only told from a run that has the machine to itself.
  if (whole) for (const row of rows) expect(row['longest ms']).toBeLessThanOrEqual(LONGEST_MS);
}, 600_000);
