import { expect, test } from 'vitest';
import { signIn, useStandIn } from './support/world.js';

const standIn = useStandIn();

test.each(['ben.whitlock@mailbox.example', 'BEN', '104417730925586120394'])(
  'another account is found by %s',
  async (typed) => {
    const chooser = await standIn.browser().open(standIn.authorize(await standIn.client()));
    const consent = await chooser.type(typed);
    expect(consent.text).toContain('ben.whitlock@mailbox.example');
  },
);

test('an account that nobody has is said so, and the typed text stays', async () => {
  const chooser = await standIn.browser().open(standIn.authorize(await standIn.client()));
  const page = await chooser.type('"><b>x');
  expect(page.status).toBe(422);
  expect(page.text).toContain('No account has this address or handle.');
  expect(page.text).toContain('value="&quot;&gt;&lt;b&gt;x"');
});

test('a second account can be used beside the first, without signing it out', async () => {
  const client = await standIn.client();
  const browser = standIn.browser();
  await signIn(standIn, client, 'ada', {}, browser);
  await signIn(standIn, client, 'dia', { prompt: 'select_account' }, browser);
  const chooser = await browser.open(standIn.authorize(client));
  expect(chooser.accounts.slice(0, 2)).toEqual(['ada', 'dia']);
  const back = await chooser.choose('ada');
  expect(back.query.get('authuser')).toBe('0');
});

test('a hint for somebody who is not signed in shows the chooser, not the wrong person', async () => {
  const client = await standIn.client();
  const browser = standIn.browser();
  await signIn(standIn, client, 'ada', {}, browser);
  const chooser = await browser.open(standIn.authorize(client, { login_hint: 'noor@larkspur.example' }));
  expect(chooser.accounts).toEqual(['noor']);
  const silent = await browser.open(
    standIn.authorize(client, { login_hint: 'noor@larkspur.example', prompt: 'none' }),
  );
  expect(silent.query.get('error')).toBe('login_required');
});

test('a client may ask that a hint signs people in at once, but not silently', async () => {
  const client = await standIn.client({ signInByHint: true, consent: 'given' });
  const browser = standIn.browser();
  const silent = await browser.open(standIn.authorize(client, { login_hint: 'ada', prompt: 'none' }));
  expect(silent.query.get('error')).toBe('login_required');
  const back = await browser.open(standIn.authorize(client, { login_hint: 'ada' }));
  expect(back.query.has('code')).toBe(true);
  const other = await browser.open(standIn.authorize(client, { login_hint: 'mallory' }));
  expect(other.query.get('authuser')).toBe('1');
});

test('a sign-in goes on only in the browser that began it', async () => {
  const chooser = await standIn.browser().open(standIn.authorize(await standIn.client()));
  const stolen = await standIn.browser().open(chooser.address);
  expect(stolen.status).toBe(400);
  expect(stolen.heading).toContain('sign_in_ended');
});

test('two sign-ins in one browser do not meet', async () => {
  const client = await standIn.client({ consent: 'given' });
  const browser = standIn.browser();
  const [one, other] = [
    await browser.open(standIn.authorize(client, { state: 'one' })),
    await browser.open(standIn.authorize(client, { state: 'other' })),
  ];
  expect((await other.choose('dia')).query.get('state')).toBe('other');
  expect((await one.choose('dia')).query.get('state')).toBe('one');
});

test('somebody who was removed while signed in is asked to choose', async () => {
  const client = await standIn.client();
  const browser = standIn.browser();
  await standIn.control.person({ id: 'brief' });
  await signIn(standIn, client, 'brief', {}, browser);
  await standIn.control.removePerson('brief');
  expect((await browser.open(standIn.authorize(client))).heading).toBe('Choose an account');
});
