import { randomUUID } from 'node:crypto';
import { type Batch, inTurn, type Measured, measuredOf } from '../measure/rounds.js';
import { makeSigningKey, type SigningKey } from '../verify/signing.js';
import { envelopeFor, makeBrand } from './brand.js';
import { openDatabase } from './database.js';
import { Load, type Prepared } from './load.js';
import { openOurs } from './ours.js';
import { POOL, type Service, startApi, startBare } from './services.js';

export type SessionsResult = {
  readonly atOnce: number;
  readonly poolEach: number;
  readonly measured: readonly Measured[];
};

export type SessionsAmounts = { readonly rounds: number; readonly ours: number; readonly theirs: number };

const AT_ONCE = 16;

/** The same kind of envelope, minted before the clock runs. */
const forBare = async (key: SigningKey): Promise<Prepared> => ({
  path: '/sessions',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    idToken: await envelopeFor(key, { clientId: 'the-bare-handler', nonce: randomUUID() }),
  }),
});

async function openTheirs(load: Load, key: SigningKey, count: number): Promise<number> {
  const requests = await Promise.all(Array.from({ length: count }, () => forBare(key)));
  return (await load.send(requests)).perSecond;
}

type Contest = { readonly api: Service; readonly bare: Service; readonly key: SigningKey };

async function contest(
  { api, bare, key }: Contest,
  { rounds, ours, theirs }: SessionsAmounts,
): Promise<readonly Measured[]> {
  const [apiLoad, bareLoad] = [new Load(api.url, AT_ONCE), new Load(bare.url, AT_ONCE)];
  const made = new Map<{ name: string }, Batch[]>();
  const [handler, session, attempt] = [
    { name: 'bare Express: jwtVerify and one INSERT' },
    { name: 'the API: a session opened by an envelope' },
    { name: 'the API: an attempt begun before it' },
  ];
  for (const one of [handler, session, attempt]) made.set(one, []);
  const turns = [
    async () => [[handler, await openTheirs(bareLoad, key, theirs)] as const],
    async () => {
      const { sessions, attempts } = await openOurs(apiLoad, api.url, key, ours);
      return [[session, sessions] as const, [attempt, attempts] as const];
    },
  ];
  // The first round warms up and is forgotten.
  for (let round = 0; round <= rounds; round++)
    for (const turn of inTurn(turns, round))
      for (const [one, perSecond] of await turn()) if (round > 0) made.get(one)?.push({ perSecond });
  await Promise.all([apiLoad.close(), bareLoad.close()]);
  return measuredOf(made);
}

/** Sessions over HTTP: the service as it runs, and the least that could be called one, on the same PostgreSQL. */
export async function sessions(amounts: SessionsAmounts): Promise<SessionsResult> {
  const key = await makeSigningKey('RS256');
  const running: { stop(): Promise<void> }[] = [];
  const keep = <One extends { stop(): Promise<void> }>(one: One): One => {
    running.unshift(one);
    return one;
  };
  try {
    const database = keep(await openDatabase());
    const api = keep(await startApi(database.url));
    const bare = keep(await startBare(database.url, key.jwk));
    await makeBrand(api.url, key);
    return { atOnce: AT_ONCE, poolEach: POOL, measured: await contest({ api, bare, key }, amounts) };
  } finally {
    for (const one of running) await one.stop();
  }
}
