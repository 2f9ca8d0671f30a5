import { randomUUID } from 'node:crypto';
import { sessionView } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RefreshesRepository } from '../dist/identity/refresh/refreshes.repository.js';
import { freshDatabase, type House, openHouse } from './house/house.js';
import { CALLBACK, code, type Larkspur, makeLarkspur } from './house/larkspur.js';
import { json, ScriptedProvider } from './house/provider.js';

const REFRESH = '/v1/sessions/current/refresh';
let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let near: House;
let far: House;
let provider: ScriptedProvider;
let larkspur: Larkspur;

beforeAll(async () => {
  fresh = await freshDatabase();
  const shared = { MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), DATABASE_URL: fresh.url };
  provider = await ScriptedProvider.start();
  near = await openHouse(shared);
  far = await openHouse({ ...shared, PUBLIC_URL: near.url });
  const renewing = { refresh: true, backchannelLogout: true };
  larkspur = await makeLarkspur(near, [code('site', provider.url, renewing)], {
    issuers: [{ url: provider.url, label: 'Larkspur ID' }],
  });
});
afterAll(async () => {
  await Promise.all([near.close(), far.close()]);
  await provider.stop();
  await fresh.drop();
});

const later = (minutes: number) => {
  for (const house of [near, far]) house.later({ minutes });
};

test('tabs at two processes that would renew at once make the provider be asked once, and go on in one session', async () => {
  const sub = `cust-${randomUUID()}`;
  let renewals = 0;
  const [nearAsks, bothAsk] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  provider.on('token', async (response, { form }) => {
    const renews = form.get('grant_type') === 'refresh_token';
    // Answered once the other process has found that the token is in hand.
    if (renews) {
      renewals += 1;
      nearAsks.resolve();
      await bothAsk.promise;
    }
    const iat = Math.floor(near.now().getTime() / 1_000);
    const claims = {
      iss: provider.url,
      aud: 'chat-of-larkspur',
      sub,
      iat,
      exp: iat + 300,
      jti: randomUUID(),
    };
    const idToken = await provider.signer.sign(renews ? claims : { ...claims, nonce: form.get('code') });
    const more = { access_token: 'a', token_type: 'Bearer', refresh_token: randomUUID() };
    json(response, { id_token: idToken, ...more });
  });
  const page = await larkspur.page();
  const attempt = await page.attempt('site');
  await page.prove(attempt, { code: attempt.nonce, redirectUri: CALLBACK });
  later(50);
  const elsewhere = page.through(far.url);
  const [here, there] = [
    (await page.resume(sub)).as(sessionView),
    (await elsewhere.resume(sub)).as(sessionView),
  ];
  // The other process looks whether the token is in hand: from then on both wait for the one answer.
  const others = far.app.get(RefreshesRepository);
  const look = others.isClaimed.bind(others);
  others.isClaimed = async (...of) => {
    const claimed = await look(...of);
    bothAsk.resolve();
    return claimed;
  };
  const renewing = [
    page.call('POST', REFRESH, { token: here.token }),
    nearAsks.promise.then(() => elsewhere.call('POST', REFRESH, { token: there.token })),
  ];
  const sessions = (await Promise.all(renewing)).map((answer) => answer.as(sessionView).session);
  expect(new Set(sessions).size).toBe(1);
  expect(sessions[0]).not.toBe(here.session);
  expect(renewals).toBe(1);
});
