import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import type { FaultName } from '../src/control/index.js';
import type { Page } from './support/browser.js';
import { signIn, useStandIn } from './support/world.js';

const standIn = useStandIn();

/** Every way by which an ID token reaches the client with the browser. */
const channels: readonly (readonly [string, Record<string, string>, (page: Page) => URLSearchParams])[] = [
  ['fragment of id_token', { response_type: 'id_token' }, (page) => page.fragment],
  ['fragment of code id_token', { response_type: 'code id_token' }, (page) => page.fragment],
  [
    'form of id_token',
    { response_type: 'id_token', response_mode: 'form_post' },
    (page) => page.posted.members,
  ],
  [
    'form of code id_token',
    { response_type: 'code id_token', response_mode: 'form_post' },
    (page) => page.posted.members,
  ],
];

test.each(channels)('a fault is in the %s, with all else as it was', async (_, asked, read) => {
  const client = await standIn.client({ consent: 'given' });
  const login = async () =>
    read(await signIn(standIn, client, 'ada', { ...asked, nonce: 'n', state: 'a&"b"' }));
  const arm = (fault: FaultName) =>
    standIn.control.fault({ issuer: 'google', fault, aim: { loginHint: 'ada', clientId: client.clientId } });

  await arm('another-nonce');
  const bent = await login();
  expect(decodeJwt(bent.get('id_token') ?? '').nonce).toBe('of-another-login');
  const honest = await login();
  expect(decodeJwt(honest.get('id_token') ?? '').nonce).toBe('n');
  expect([...bent.keys()]).toEqual([...honest.keys()]);

  await arm('another-state');
  expect((await login()).get('state')).toBe('of-another-request');
  await arm('denied');
  const denied = await login();
  expect([denied.get('error'), denied.has('id_token')]).toEqual(['access_denied', false]);
  expect((await login()).has('id_token')).toBe(true);
});
