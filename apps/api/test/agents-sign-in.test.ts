import { agentView } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Agent } from './house/agent.js';
import { Desks } from './house/desks.js';
import { type House, openHouse, WORKSPACE } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';

let house: House;
let desks: Desks;
let larkspur: Larkspur;

beforeAll(async () => {
  house = await openHouse();
  desks = await Desks.open(house);
  larkspur = await makeLarkspur(house, [implicit('site')]);
  const juniper = await makeLarkspur(house, [implicit('site')], { slug: 'juniper' });
  await desks.staff(larkspur, [
    { email: 'mara@gmail.com', name: 'Mara' },
    { email: 'nils@larkspur.example', name: 'Nils' },
    { email: 'leaving@gmail.com', name: 'Lee' },
  ]);
  await desks.staff(juniper, [{ email: 'june@juniper.example', name: 'June' }], 'juniper.example');
});
afterAll(async () => {
  await desks.close();
  await house.close();
});

const refusal = async (agent: Agent) => (await agent.signIn()).searchParams.get('problem');

test('an invited agent signs in by OpenID Connect and comes back to where they were', async () => {
  const agent = new Agent(house, 'larkspur', 'mara@gmail.com');
  const arrived = await agent.signIn('/conversations/one');
  expect(arrived.href).toBe(`${WORKSPACE}/conversations/one`);
  const me = (await agent.call('GET', '/me')).as(agentView);
  expect(me.agent).toMatchObject({ name: 'Mara', email: 'mara@gmail.com', role: 'agent' });
  expect(me.brand.slug).toBe('larkspur');
});

test('the cookie is out of reach of scripts and of other sites', async () => {
  const agent = new Agent(house, 'larkspur', 'mara@gmail.com');
  const set: string[] = [];
  const fetching = agent.browser.fetch.bind(agent.browser);
  agent.browser.fetch = async (...request) => {
    const response = await fetching(...request);
    set.push(...response.headers.getSetCookie());
    return response;
  };
  await agent.signIn();
  const session = set.find((line) => line.startsWith('cs-agent='));
  expect(session).toMatch(/; HttpOnly; SameSite=Lax$/);
  expect(session).not.toMatch(/domain=/i);
});

test('the way back leads only into the workspace', async () => {
  for (const elsewhere of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/x?next=https://evil.example',
  ]) {
    const arrived = await new Agent(house, 'larkspur', 'mara@gmail.com').signIn(elsewhere);
    expect(arrived.href).toBe(`${WORKSPACE}/`);
  }
});

test('an uninvited agent is refused', async () => {
  await desks.person('outsider@gmail.com', { name: 'Otto' });
  const arrived = await new Agent(house, 'larkspur', 'outsider@gmail.com').signIn();
  expect(arrived.pathname).toBe('/sign-in');
  expect(Object.fromEntries(arrived.searchParams)).toEqual({
    brand: 'larkspur',
    returnTo: '/',
    problem: 'agent_not_invited',
  });
});

test('an agent of one brand is nobody at another', async () => {
  expect(await refusal(new Agent(house, 'juniper', 'mara@gmail.com'))).toBe('agent_domain_missing');
});

test('the right mail domain without hd is refused', async () => {
  await desks.person('june@juniper.example', { name: 'June' });
  expect(await refusal(new Agent(house, 'juniper', 'june@juniper.example'))).toBe('agent_domain_missing');
});

test('the demanded hd lets the invited agent in', async () => {
  await desks.person('june@juniper.example', { name: 'June', hd: 'juniper.example' });
  const agent = await desks.agent('juniper', 'june@juniper.example');
  expect((await agent.call('GET', '/me')).as(agentView).agent.name).toBe('June');
});

test('an invited address that the provider does not prove is refused', async () => {
  await desks.person('nils@larkspur.example', { name: 'Nils', emailVerified: false });
  expect(await refusal(new Agent(house, 'larkspur', 'nils@larkspur.example'))).toBe('agent_email_unproven');
  await desks.person('nils@larkspur.example', { name: 'Nils', emailVerified: true });
  expect(await refusal(new Agent(house, 'larkspur', 'nils@larkspur.example'))).toBe('agent_email_unproven');
});

test('the address is matched once: afterwards another account with it is nobody', async () => {
  await desks.person('twice@gmail.com', { name: 'First', subjects: { google: '100000000000000000001' } });
  await house.operator.call('POST', 'larkspur/agents', { email: 'twice@gmail.com', name: 'Twice' });
  await desks.agent('larkspur', 'twice@gmail.com');
  await desks.person('twice@gmail.com', { name: 'Second', subjects: { google: '100000000000000000002' } });
  expect(await refusal(new Agent(house, 'larkspur', 'twice@gmail.com'))).toBe('agent_not_invited');
});

test('a brand that does not exist leads back to the sign-in page', async () => {
  expect(await refusal(new Agent(house, 'nobody', 'mara@gmail.com'))).toBe('brand_unknown');
});

test('who went back at the provider is told so', async () => {
  const agent = new Agent(house, 'larkspur', 'nobody@nowhere.example');
  const address = `${house.url}/v1/agent/sign-in?brand=larkspur`;
  const { url } = await agent.browser.go(address);
  await agent.browser.fetch(`${url}/cancel`, { method: 'POST' }).then(async (response) => {
    const next = new URL(response.headers.get('location') ?? '', url).href;
    const arrived = new URL((await agent.browser.go(next, WORKSPACE)).url);
    expect(arrived.searchParams.get('problem')).toBe('agent_sign_in_cancelled');
  });
});

test('a return that another browser began is refused', async () => {
  const begun = new Agent(house, 'larkspur', 'mara@gmail.com');
  const { url } = await begun.browser.go(
    `${house.url}/v1/agent/sign-in?brand=larkspur&hint=mara@gmail.com`,
    `${house.url}/v1/agent/callback`,
  );
  const victim = new Agent(house, 'larkspur', 'mara@gmail.com');
  const arrived = new URL((await victim.browser.go(url, WORKSPACE)).url);
  expect(arrived.searchParams.get('problem')).toBe('agent_sign_in_failed');
});

test('a return is taken once', async () => {
  const agent = new Agent(house, 'larkspur', 'mara@gmail.com');
  const { url } = await agent.browser.go(
    `${house.url}/v1/agent/sign-in?brand=larkspur&hint=mara@gmail.com`,
    `${house.url}/v1/agent/callback`,
  );
  const twice = await Promise.all([agent.browser.go(url, WORKSPACE), agent.browser.go(url, WORKSPACE)]);
  const problems = twice.map((arrived) => new URL(arrived.url).searchParams.get('problem'));
  expect(problems.filter((problem) => problem === 'agent_sign_in_failed')).toHaveLength(1);
});

test('a code in the address of the departure is not taken for a return', async () => {
  const response = await fetch(
    `${house.url}/v1/agent/sign-in?brand=larkspur&code=stolen&error=access_denied`,
    {
      redirect: 'manual',
    },
  );
  const location = new URL(response.headers.get('location') ?? '');
  expect(location.searchParams.get('code_challenge_method')).toBe('S256');
  expect(location.searchParams.get('nonce')).not.toBeNull();
  expect(location.searchParams.get('state')).toMatch(/^[\w-]{43}$/);
});

test('a provider that is down is said in words', async () => {
  const aim = { loginHint: 'mara@gmail.com' };
  await desks.control.fault({ issuer: 'google', fault: 'token-down', aim });
  expect(await refusal(new Agent(house, 'larkspur', 'mara@gmail.com'))).toBe('service_unavailable');
});

test('a write from another page is refused, with the cookie in hand', async () => {
  const agent = await desks.agent('larkspur', 'mara@gmail.com');
  expect((await agent.call('POST', '/sign-out', 'https://evil.example')).problem().code).toBe(
    'origin_not_allowed',
  );
  expect((await agent.call('POST', '/sign-out', null)).problem().code).toBe('origin_not_allowed');
  expect((await agent.call('GET', '/me')).status).toBe(200);
});

test('signing out ends the session', async () => {
  const agent = await desks.agent('larkspur', 'mara@gmail.com');
  const stolen = agent.browser.cookies(house.url);
  expect((await agent.call('POST', '/sign-out')).status).toBe(204);
  const again = await fetch(`${house.url}/v1/agent/me`, { headers: { cookie: stolen } });
  expect(again.status).toBe(401);
});

test('a session ends after half an hour without use', async () => {
  const agent = await desks.agent('larkspur', 'mara@gmail.com');
  house.later({ minutes: 29 });
  expect((await agent.call('GET', '/me')).status).toBe(200);
  house.later({ minutes: 29 });
  expect((await agent.call('GET', '/me')).status).toBe(200);
  house.later({ minutes: 31 });
  expect((await agent.call('GET', '/me')).problem().code).toBe('agent_session_required');
  house.resetClock();
});

test('removal ends an agent at once', async () => {
  const agent = await desks.agent('larkspur', 'leaving@gmail.com');
  const line = await agent.connect();
  const { agents } = await house.operator
    .call('GET', 'larkspur')
    .then((answer) => answer.json() as { agents: { id: string; email: string }[] });
  const id = agents.find(({ email }) => email === 'leaving@gmail.com')?.id;
  expect((await house.operator.call('DELETE', `larkspur/agents/${id}`)).status).toBe(204);
  expect(await line.hears('session:ended')).toEqual({ why: 'agent_removed' });
  await line.hears('disconnect');
  expect((await agent.call('GET', '/me')).problem().code).toBe('agent_session_required');
  expect(await refusal(new Agent(house, 'larkspur', 'leaving@gmail.com'))).toBe('agent_not_invited');
});
