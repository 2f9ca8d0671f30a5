import { expect, test } from 'vitest';
import { callback, signIn, useStandIn } from './support/world.js';

const standIn = useStandIn();

test('G36: a personal account comes back with state, iss, code, scope, authuser, prompt (raw HTTP)', async () => {
  const back = await signIn(standIn, await standIn.client(), 'ada');
  expect(back.address.startsWith(`${callback}?`)).toBe(true);
  expect(back.order).toEqual(['state', 'iss', 'code', 'scope', 'authuser', 'prompt']);
});

test('G36: a Workspace account also brings hd (raw HTTP)', async () => {
  const back = await signIn(standIn, await standIn.client(), 'dia');
  expect(back.order).toEqual(['state', 'iss', 'code', 'scope', 'authuser', 'hd', 'prompt']);
  expect(back.query.get('hd')).toBe('ramanstudio.example');
});

test('G37: iss is the issuer (raw HTTP)', async () => {
  const back = await signIn(standIn, await standIn.client(), 'ada');
  expect(back.query.get('iss')).toBe(standIn.issuer());
});

test('G38: scopes come back under both names, with openid somewhere (raw HTTP)', async () => {
  const back = await signIn(standIn, await standIn.client(), 'ada');
  expect(new Set(back.query.get('scope')?.split(' '))).toEqual(
    new Set([
      'email',
      'profile',
      'openid',
      'https://www.googleapis.com/auth/userinfo.email',
      'https://www.googleapis.com/auth/userinfo.profile',
    ]),
  );
});

test('G39: authuser counts the accounts of this browser, prompt says what was shown (raw HTTP)', async () => {
  const client = await standIn.client();
  const browser = standIn.browser();
  const first = await signIn(standIn, client, 'ada', {}, browser);
  expect([first.query.get('authuser'), first.query.get('prompt')]).toEqual(['0', 'consent']);
  const second = await signIn(standIn, client, 'dia', { prompt: 'select_account' }, browser);
  expect([second.query.get('authuser'), second.query.get('prompt')]).toEqual(['1', 'consent']);
  const again = await browser.open(standIn.authorize(client, { login_hint: 'ada.osei@gmail.com' }));
  expect([again.query.get('authuser'), again.query.get('prompt')]).toEqual(['0', 'none']);
});

test('G40: a code looks like 4/0A…, its slash encoded, 70 to 75 characters (raw HTTP)', async () => {
  const back = await signIn(standIn, await standIn.client(), 'ada');
  expect(back.query.get('code')).toMatch(/^4\/0A[\w-]{66,71}$/);
  expect(back.address).toContain('code=4%2F0A');
});

test('clients of one project share a consent', async () => {
  const project = 'shared-project';
  const browser = standIn.browser();
  await signIn(standIn, await standIn.client({ project }), 'ada', {}, browser);
  const silent = await browser.open(standIn.authorize(await standIn.client({ project }), { prompt: 'none' }));
  expect(silent.query.get('code')).toMatch(/^4\//);
});

test('a consent covers what was agreed to, and no more', async () => {
  const client = await standIn.client();
  const browser = standIn.browser();
  await signIn(standIn, client, 'ada', { scope: 'openid' }, browser);
  const more = await browser.open(standIn.authorize(client, { scope: 'openid email' }));
  expect(more.heading).toContain('Share with');
});
