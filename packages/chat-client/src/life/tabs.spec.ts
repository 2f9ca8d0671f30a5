import { expect, test } from 'vitest';
import { MINUTE } from '../../test/service.js';
import { type Tab, World } from '../../test/world.js';
import { newsOf } from './tabs.js';

const tabs = async (world: World, count = 3): Promise<Tab[]> => {
  const all = [await world.proven()];
  while (all.length < count) all.push(await world.proven());
  await world.time.pass(0);
  return all;
};
const sessions = (all: readonly Tab[]) => new Set(all.map(({ identity }) => identity.state.session?.session));

test('one tab renews for all of them, and all go on with what it got', async () => {
  const world = new World();
  const all = await tabs(world);
  const before = sessions(all);
  await world.time.pass(59 * MINUTE);
  expect(world.reasons.filter((reason) => reason === 'renew')).toHaveLength(1);
  expect(sessions(all).size).toBe(1);
  expect(sessions(all)).not.toEqual(before);
  for (const { identity, chat } of all) {
    expect(identity.state).toMatchObject({ phase: 'open', standing: 'verified' });
    expect(chat.state.connection).toBe('online');
  }
});

test('where the tab that renews cannot, another one does', async () => {
  const world = new World();
  const all = await tabs(world, 2);
  let asked = 0;
  world.answer = () => {
    asked += 1;
    return asked === 1 ? null : { idToken: 'ada' };
  };
  await world.time.pass(50 * MINUTE);
  expect(asked).toBe(2);
  expect(all.every(({ identity }) => identity.state.standing === 'verified')).toBe(true);
});

test('a sign-out clears every tab before the network is asked, and all drop the key', async () => {
  const world = new World();
  const [one, ...others] = await tabs(world);
  one?.chat.send('Hello');
  await world.time.pass(1_000);
  world.service.isReachable = false;
  const asked = world.service.asked.length;
  void one?.identity.signOut();
  for (const { identity, chat } of others) {
    expect(identity.state).toMatchObject({ phase: 'ended', session: null });
    expect(chat.state.messages).toEqual([]);
  }
  expect(world.service.asked).toHaveLength(asked);
  await world.time.pass(0);
  expect(world.keys.size).toBe(0);
});

test('another person in one tab: every other shows nothing of the former one, and inherits nothing', async () => {
  const world = new World();
  const [one, other] = await tabs(world, 2);
  other?.chat.send('Ada’s');
  await world.time.pass(1_000);
  world.answer = { idToken: 'bob' };
  await Promise.all([one?.chat.life.renew(), world.time.pass(0)]);
  expect(one?.identity.state.session?.displayName).toBe('bob');
  expect(one?.chat.state.messages).toEqual([]);
  expect(other?.identity.state).toMatchObject({ phase: 'ended', session: null });
  expect(other?.chat.state.messages).toEqual([]);
  // It is bob's now: a tab that names somebody else neither ends it nor takes his key away.
  expect(world.service.live?.consumer).toBe('bob');
  expect(world.keys.size).toBe(1);
});

test('a tab in which nobody was known goes on as the person another tab has proven, if its page names them', async () => {
  const world = new World();
  const [one, other] = [await world.tab(), await world.tab()];
  await Promise.all([one.identity.beAnonymous(), world.time.pass(0)]);
  await Promise.all([other.identity.beAnonymous(), world.time.pass(0)]);
  await Promise.all([one.identity.prove(), world.time.pass(0)]);
  expect(sessions([one, other]).size).toBe(1);
  expect(other.identity.state.session?.displayName).toBe('ada');
});

test('a tab whose page names nobody shows nothing, and does not end what another tab has begun', async () => {
  const world = new World();
  const [one, other] = [await world.tab(), await world.tab(null)];
  await Promise.all([other.identity.beAnonymous(), world.time.pass(0)]);
  await Promise.all([one.identity.prove(), world.time.pass(0)]);
  expect(other.identity.state.session).toBeNull();
  expect(world.service.live?.consumer).toBe('ada');
});

test('what a script of the page posts is read with care', () => {
  for (const data of [null, 7, 'left', {}, { kind: 'opened' }, { kind: 'opened', session: 1, speaker: 'x' }])
    expect(newsOf(data)).toBeUndefined();
  expect(newsOf({ kind: 'opened', session: 's', speaker: 'x', named: 7, token: 't' })).toEqual({
    kind: 'opened',
    session: 's',
    speaker: 'x',
    named: null,
  });
});
