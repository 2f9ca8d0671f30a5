import { agentView, signUpView, slugView } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Answer } from './house/answer.js';
import { Service } from './house/founder.js';

let service: Service;

beforeAll(async () => {
  service = await Service.open({ SIGN_UP_BRANDS: '3' });
});
afterAll(() => service.close());

const made = (slug: string, name = 'Acme') => ({ slug, name });

test('anybody may know whether brands are made here, and by whose word', async () => {
  const answer = await Answer.of(await fetch(`${service.house.url}/v1/sign-up`));
  expect(answer.as(signUpView)).toEqual({ mode: 'open', provider: 'Google' });
});

test('whoever signs in makes a brand, and is its admin from the first moment', async () => {
  const ada = await service.person('ada.makes@gmail.com', { name: 'Ada Osei' });
  expect((await ada.call('GET', '/v1/sign-up/me')).problem().code).toBe('person_required');
  expect((await ada.signIn()).pathname).toBe('/create');
  expect(await ada.me()).toMatchObject({
    person: { name: 'Ada Osei', email: 'ada.makes@gmail.com' },
    brands: [],
    mayNotCreate: null,
  });
  expect((await ada.call('POST', '/v1/sign-up/brands', made('adas'))).status).toBe(201);
  const me = (await ada.call('GET', '/v1/agent/me')).as(agentView);
  expect(me).toMatchObject({
    agent: { name: 'Ada Osei', role: 'admin' },
    brand: { slug: 'adas', name: 'Acme' },
  });
  expect((await ada.me()).brands).toEqual([{ slug: 'adas', name: 'Acme', role: 'admin' }]);
  const [entry] = await service.house.database.auditEntry.findMany({ where: { action: 'brand_made' } });
  expect(entry?.actor).toBe(`agent ${me.agent.id}`);
});

test('a brand that exists is not taken over by whoever makes one of its name', async () => {
  const first = await service.founder('first@gmail.com', 'wanted', 'The first');
  const second = await service.person('second@gmail.com');
  await second.signIn();
  const answer = await second.call('POST', '/v1/sign-up/brands', made('wanted', 'The second'));
  expect(answer.problem()).toMatchObject({ code: 'brand_taken', status: 409 });
  expect((await second.call('GET', '/v1/agent/me')).problem().code).toBe('agent_session_required');
  expect((await second.call('POST', '/v1/sign-up/enter', { brand: 'wanted' })).problem().code).toBe(
    'agent_not_invited',
  );
  expect((await first.call('GET', '/v1/agent/me')).as(agentView).brand.name).toBe('The first');
});

test('of two who make a brand of one name at once, one has it', async () => {
  const both = await Promise.all(['one@gmail.com', 'other@gmail.com'].map((email) => service.person(email)));
  await Promise.all(both.map((person) => person.signIn()));
  const answers = await Promise.all(
    both.map((person) => person.call('POST', '/v1/sign-up/brands', made('raced'))),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
});

test.each([
  ['free', 'nobodys-yet'],
  ['reserved', 'support'],
  ['reserved', 'agent'],
  ['malformed', 'Café'],
  ['malformed', 'x'.repeat(99)],
])('a short name that is %s is told to be: %s', async (state, slug) => {
  const someone = await service.person('looks@gmail.com');
  await someone.signIn();
  const answer = await someone.call('GET', `/v1/sign-up/slug?slug=${encodeURIComponent(slug)}`);
  expect(answer.as(slugView)).toEqual({ state });
});

test('a name the service keeps is no brand’s', async () => {
  const someone = await service.person('keeps@gmail.com');
  await someone.signIn();
  for (const slug of ['support', 'agent', 'countersign'])
    expect((await someone.call('POST', '/v1/sign-up/brands', made(slug))).problem().errors).toEqual([
      { path: 'slug', message: 'is a name the service keeps' },
    ]);
});

test.each([
  ['of 500 characters', 'a'.repeat(500), 'is longer than 80 characters'],
  ['of blanks', '   ', 'is empty'],
  ['of joiners alone', '\u200d\u200c\u200d', 'has nothing in it that can be seen'],
  ['of a letter that is not drawn', 'Acme\u3164', 'has characters that nobody sees'],
  ['with a line in it', 'Acme\u2028Bank', 'has characters that nobody sees'],
  ['that turns what follows around', 'Acme\u202emoc.knab', 'has characters that nobody sees'],
])('a brand’s name %s is refused in words', async (_, name, message) => {
  const someone = await service.person('names@gmail.com');
  await someone.signIn();
  const answer = await someone.call('POST', '/v1/sign-up/brands', { name, slug: 'named' });
  expect(answer.problem().errors).toEqual([{ path: 'name', message }]);
});

test.each([
  ['of emoji', '🦊👩‍👩‍👧 🚀', 'emoji'],
  ['in a script that runs from right to left', 'متجر النور', 'right-to-left'],
])('a brand’s name %s just works', async (_, name, slug) => {
  const founder = await service.founder(`${slug}@gmail.com`, slug, name);
  expect((await founder.call('GET', '/v1/agent/me')).as(agentView).brand.name).toBe(name);
});

test('one person has several brands, chooses among them, and has no more than one may', async () => {
  const busy = await service.founder('busy@gmail.com', 'busy-1');
  for (const slug of ['busy-2', 'busy-3'])
    expect((await busy.call('POST', '/v1/sign-up/brands', made(slug))).status).toBe(201);
  expect((await busy.me()).mayNotCreate).toBe('brand_limit_reached');
  expect((await busy.call('POST', '/v1/sign-up/brands', made('busy-4'))).problem().code).toBe(
    'brand_limit_reached',
  );
  expect((await busy.call('POST', '/v1/sign-up/enter', { brand: 'busy-1' })).status).toBe(200);
  expect((await busy.call('GET', '/v1/agent/me')).as(agentView).brand.slug).toBe('busy-1');
});

test('of brands that one person makes at once no more are made than one may, and each has its admin', async () => {
  const hasty = await service.person('hasty@gmail.com');
  await hasty.signIn();
  const slugs = [1, 2, 3, 4, 5].map((number) => `hasty-${number}`);
  const answers = await Promise.all(
    slugs.map((slug) => hasty.call('POST', '/v1/sign-up/brands', made(slug))),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 201, 403, 403]);
  expect((await hasty.me()).brands.map(({ role }) => role)).toEqual(['admin', 'admin', 'admin']);
});

test('an account without an address makes a brand too: it is not what they are known by', async () => {
  const founder = await service.person('unproven@elsewhere.example', { emailVerified: false });
  await founder.signIn();
  expect((await founder.me()).person.email).toBeNull();
  expect((await founder.call('POST', '/v1/sign-up/brands', made('no-address'))).status).toBe(201);
  expect((await founder.call('GET', '/v1/agent/me')).as(agentView).agent.email).toBe('');
});

test('whoever is invited signs in by the service’s own sign-in, and is known by issuer and subject then', async () => {
  const admin = await service.founder('invites@gmail.com', 'inviting');
  const guest = await service.person('guest@gmail.com');
  expect((await guest.answerFor('inviting')).searchParams.get('problem')).toBe('agent_not_invited');
  await admin.console('POST', '/agents', { email: 'Guest@gmail.com', name: 'Guest', role: 'developer' });
  expect((await guest.answerFor('inviting')).pathname).toBe('/');
  expect((await guest.call('GET', '/v1/agent/me')).as(agentView).agent.role).toBe('developer');
});

test('a brand that chose a sign-in of its own is not entered by the service’s', async () => {
  const admin = await service.founder('leaves@gmail.com', 'with-its-own');
  await service.house.operator.put('with-its-own', {
    name: 'Acme',
    issuers: [],
    connections: [],
    agentSignIn: { issuer: `${service.idp.url}/google`, clientId: 'another', clientSecret: 'of-its-own' },
  });
  expect((await admin.me()).brands).toEqual([]);
  expect((await admin.call('POST', '/v1/sign-up/enter', { brand: 'with-its-own' })).problem().code).toBe(
    'agent_not_invited',
  );
});

test('another page can make no brand with somebody’s cookie', async () => {
  const victim = await service.person('victim@gmail.com');
  await victim.signIn();
  const answer = await victim.call('POST', '/v1/sign-up/brands', made('stolen'), 'https://evil.example');
  expect(answer.problem().code).toBe('origin_not_allowed');
});

test('a cookie that was not sealed here, or whose hour is over, is nobody', async () => {
  const someone = await service.person('hour@gmail.com');
  const forged = await Answer.of(
    await fetch(`${service.house.url}/v1/sign-up/me`, {
      headers: { cookie: `cs-person=${JSON.stringify({ issuer: 'https://x.example', subject: '1' })}` },
    }),
  );
  expect(forged.problem().code).toBe('person_required');
  await someone.signIn();
  service.house.later({ minutes: 61 });
  expect((await someone.call('GET', '/v1/sign-up/me')).problem().code).toBe('person_required');
  service.house.resetClock();
});

test('a sign-in that somebody else began is not finished in this browser', async () => {
  const [one, other] = await Promise.all(
    ['begins@gmail.com', 'ends@gmail.com'].map((email) => service.person(email)),
  );
  const left = await one?.browser.fetch(`${service.house.url}/v1/sign-up/sign-in`);
  const state = new URL(left?.headers.get('location') ?? '').searchParams.get('state');
  const back = await other?.browser.fetch(
    `${service.house.url}/v1/sign-up/callback?code=of-another&state=${state}`,
  );
  expect(new URL(back?.headers.get('location') ?? '').searchParams.get('problem')).toBe(
    'agent_sign_in_failed',
  );
});

test('where sign-up is by invitation, an address on the list opens it, and only where it is proven', async () => {
  const invited = await Service.open({
    SIGN_UP: 'invited',
    SIGN_UP_INVITED: 'welcome@gmail.com, late@own.example',
  });
  try {
    const welcome = await invited.person('welcome@gmail.com');
    await welcome.signIn();
    expect((await welcome.me()).mayNotCreate).toBeNull();
    for (const [email, emailVerified] of [
      ['somebody@gmail.com', true],
      ['late@own.example', false],
    ] as const) {
      const other = await invited.person(email, { emailVerified });
      await other.signIn();
      expect((await other.call('POST', '/v1/sign-up/brands', made('uninvited'))).problem().code).toBe(
        'sign_up_not_invited',
      );
    }
  } finally {
    await invited.close();
  }
});

test('where it is closed nobody is even sent to the provider', async () => {
  const closed = await Service.open({ SIGN_UP: 'closed' });
  try {
    const someone = await closed.person('late@gmail.com');
    const arrived = await someone.signIn();
    expect([arrived.pathname, arrived.searchParams.get('problem')]).toEqual(['/create', 'sign_up_closed']);
  } finally {
    await closed.close();
  }
});
