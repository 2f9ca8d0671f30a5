import { pino } from 'pino';
import { expect, test } from 'vitest';
import { demoIssuers } from '../../issuers.js';
import { makeNamespace } from '../../namespace/index.js';
import { signed } from '../sign.js';
import { readLogout } from './request.js';

async function hinting() {
  const seed = {
    plans: demoIssuers.filter(({ key }) => key === 'larkspur'),
    people: [],
    clients: [
      { issuer: 'larkspur', clientId: 'shop', name: 'Shop', redirectUris: ['https://shop.example/'] },
    ],
  };
  const log = pino({ level: 'silent' });
  const { issuers } = makeNamespace({ name: '', url: 'http://localhost:1', seed, log });
  const [{ world }] = issuers as [(typeof issuers)[number]];
  const key = await world.keys.current();
  const old = { iss: world.issuer, aud: 'shop', sub: 'cust-1', sid: 'one', iat: 1, exp: 2 };
  const id_token_hint = await signed(old, key);
  return { world, kid: key.kid, read: () => readLogout(world, new URLSearchParams({ id_token_hint })) };
}

test('a hint is good however old it is, and when its key was turned since', async () => {
  const { world, read } = await hinting();
  expect(await read()).toMatchObject({ client: { clientId: 'shop' }, sid: 'one' });
  await world.keys.rotate();
  expect(await read()).toMatchObject({ sid: 'one' });
});

test('a hint by a key that was revoked is none', async () => {
  const { world, kid, read } = await hinting();
  await world.keys.revoke(kid);
  await expect(read()).rejects.toThrow('id_token_hint: expected an ID token of this issuer');
});
