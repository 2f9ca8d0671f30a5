import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import { answerOf } from './support/answers.js';
import { callback, signIn, useStandIn } from './support/world.js';

const standIn = useStandIn();
const calendar = 'https://www.googleapis.com/auth/calendar.readonly';
const drive = 'https://www.googleapis.com/auth/drive.file';

const consentFor = async (scope: string, more: Record<string, string> = {}) => {
  const client = await standIn.client();
  const browser = standIn.browser();
  const chooser = await browser.open(standIn.authorize(client, { scope, ...more }));
  return { client, browser, consent: await chooser.choose('ada') };
};

test('G34: several scopes have a box each, openid and a single scope have none (raw HTTP)', async () => {
  expect((await consentFor(`openid email profile ${calendar}`)).consent.boxes).toEqual([
    'email',
    'profile',
    calendar,
  ]);
  expect((await consentFor('openid email')).consent.boxes).toEqual([]);
});

test('G34: what the person leaves out is missing everywhere (raw HTTP)', async () => {
  const { client, consent } = await consentFor(`openid email profile ${calendar}`, {
    response_type: 'code token id_token',
    nonce: 'n',
  });
  const answer = answerOf(await consent.allowOnly(['profile']));
  expect(answer.get('scope')).toBe('profile https://www.googleapis.com/auth/userinfo.profile openid');
  expect(decodeJwt(answer.get('id_token') ?? '')).toMatchObject({ name: 'Ada Osei' });
  expect(decodeJwt(answer.get('id_token') ?? '')).not.toHaveProperty('email');
  const response = await standIn.token(client, { code: answer.get('code') ?? '' });
  const tokens = (await response.json()) as { scope: string; id_token: string; access_token: string };
  expect(tokens.scope.split(' ').toSorted()).toEqual(
    ['https://www.googleapis.com/auth/userinfo.profile', 'openid'].toSorted(),
  );
  expect(decodeJwt(tokens.id_token)).not.toHaveProperty('email');
  for (const token of [tokens.access_token, answer.get('access_token')]) {
    const userinfo = await fetch(`${standIn.issuer()}/v1/userinfo`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await userinfo.json()).not.toHaveProperty('email');
  }
});

test('G34: what was declined is asked for again at the next login (raw HTTP)', async () => {
  const { client, browser, consent } = await consentFor('openid email profile');
  await consent.allowOnly(['email']);
  const again = await browser.open(standIn.authorize(client));
  expect(again.heading).toContain('Share with');
});

test('G34: nothing ticked and no openid is a refusal (raw HTTP)', async () => {
  const { consent } = await consentFor(`${drive} ${calendar}`);
  expect((await consent.allowOnly([])).address).toBe(`${callback}?error=access_denied&state=a-state`);
});

test('G34: a box that was never shown cannot be ticked (raw HTTP)', async () => {
  const { consent } = await consentFor('openid email profile');
  const back = await consent.allowOnly(['email', drive]);
  expect(back.query.get('scope')).toBe('email https://www.googleapis.com/auth/userinfo.email openid');
});

test('G34: include_granted_scopes folds in what was granted before, without asking again (raw HTTP)', async () => {
  const { client, browser, consent } = await consentFor(`openid ${calendar}`);
  await consent.allow();
  const more = { scope: `openid ${drive}` };
  const next = await browser.open(standIn.authorize(client, { ...more, include_granted_scopes: 'true' }));
  expect(next.text).not.toContain('calendar');
  const back = await next.allow();
  expect(back.query.get('scope')?.split(' ')).toEqual(expect.arrayContaining([calendar, drive, 'openid']));
  const tokens = await (await standIn.token(client, { code: back.query.get('code') ?? '' })).json();
  expect((tokens as { scope: string }).scope.split(' ')).toEqual(
    expect.arrayContaining([calendar, drive, 'openid']),
  );
  const alone = await browser.open(standIn.authorize(client, more));
  expect(alone.query.get('scope')?.split(' ')).not.toContain(calendar);
});

test('G34: the earlier grants of one person do not fold into another’s (raw HTTP)', async () => {
  const { client, browser, consent } = await consentFor(`openid ${calendar}`);
  await consent.allow();
  const more = { scope: 'openid', include_granted_scopes: 'true', prompt: 'select_account' };
  const chooser = await browser.open(standIn.authorize(client, more));
  const back = await (await chooser.choose('dia')).allow();
  expect(back.query.get('scope')).toBe('openid');
});

test('G35: approval_prompt=force asks again, auto does not (raw HTTP)', async () => {
  const client = await standIn.client();
  const browser = standIn.browser();
  await signIn(standIn, client, 'ada', {}, browser);
  const forced = await browser.open(standIn.authorize(client, { approval_prompt: 'force' }));
  expect(forced.heading).toContain('Share with');
  const auto = await browser.open(standIn.authorize(client, { approval_prompt: 'auto' }));
  expect(auto.query.get('prompt')).toBe('none');
});

test.each([
  ['openid.realm', 'http://shop.localhost:4999'],
  ['display', 'popup'],
])('G35: %s is known and changes nothing (raw HTTP)', async (name, value) => {
  const back = await signIn(standIn, await standIn.client(), 'ada', { [name]: value });
  expect(back.query.has('code')).toBe(true);
});

test.each([
  [{ approval_prompt: 'force', prompt: 'consent' }, 'Conflict params: approval_prompt and prompt'],
  [{ approval_prompt: 'always' }, 'approval_prompt'],
  [{ display: 'hologram' }, 'display'],
  [{ include_granted_scopes: 'yes' }, 'include_granted_scopes'],
])('G35: %o is an invalid request (raw HTTP)', async (more, words) => {
  const client = await standIn.client();
  const page = await standIn.browser().open(standIn.authorize(client, more as Record<string, string>));
  expect(page.heading).toBe('Error 400: invalid_request');
  expect(page.text).toContain(words);
});

test('G43: an internal client lets its own people in and shows others Error 403: org_internal (raw HTTP)', async () => {
  const client = await standIn.client({ internalTo: 'larkspur.example' });
  expect((await signIn(standIn, client, 'noor')).query.has('code')).toBe(true);
  const browser = standIn.browser();
  const chooser = await browser.open(standIn.authorize(client));
  const page = await chooser.choose('ada');
  expect([page.status, page.heading]).toEqual([403, 'Error 403: org_internal']);
  expect(page.address).toContain('/google/signin/oauth/error/v2?authError=');
  const other = await browser.open(standIn.authorize(client, { prompt: 'select_account' }));
  expect((await (await other.choose('theo')).allow()).query.has('code')).toBe(true);
});
