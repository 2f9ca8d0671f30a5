import { expect, test } from 'vitest';
import { message } from '../../test/message.js';
import { MINUTE } from '../../test/service.js';
import { World } from '../../test/world.js';

/** A storage as an app has one. */
function storage() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: async (key: string) => kept.get(key) ?? null,
    setItem: async (key: string, value: string) => void kept.set(key, value),
    removeItem: async (key: string) => void kept.delete(key),
  };
}

test('what was not sent when an app was closed goes out when it is opened again', async () => {
  const [world, disk] = [new World(), storage()];
  const before = await world.proven('ada', disk);
  world.service.isReachable = false;
  world.service.dropAll();
  before.chat.send('in the tunnel');
  await world.time.pass(1_000);
  before.chat.dispose();
  world.service.isReachable = true;
  const after = await world.proven('ada', disk);
  await world.time.pass(1_000);
  expect(world.service.stored).toMatchObject([{ text: 'in the tunnel', by: 'ada' }]);
  expect(after.chat.state.unsent).toEqual([]);
  expect(disk.kept.size).toBe(0);
});

test('a phone that was offline for a week shows what it kept as not sent, to the same person only', async () => {
  const [world, disk] = [new World(), storage()];
  const before = await world.proven('ada', disk);
  world.service.isReachable = false;
  world.service.dropAll();
  before.chat.send('a week ago');
  await world.time.pass(1_000);
  before.chat.dispose();
  world.time.sleep(7 * 24 * 60 * MINUTE);
  world.service.isReachable = true;
  const after = await world.tab('ada', disk);
  await world.time.pass(1_000);
  expect(after.identity.state).toMatchObject({ phase: 'idle', session: null });
  expect(after.chat.state.unsent).toEqual([]);
  await Promise.all([after.identity.prove(), world.time.pass(1_000)]);
  expect(after.chat.state.unsent).toMatchObject([{ text: 'a week ago', state: 'failed' }]);
  expect(world.service.stored).toEqual([]);
  after.chat.discard(after.chat.state.unsent[0]?.clientId ?? '');
  await world.time.pass(0);
  expect(disk.kept.size).toBe(0);
});

test('signing out erases what was kept, also what nobody could see any more', async () => {
  const [world, disk] = [new World(), storage()];
  const { identity, chat } = await world.proven('ada', disk);
  world.answer = null;
  world.time.sleep(61 * MINUTE);
  world.signal('seen');
  chat.send('held');
  await world.time.pass(0);
  world.time.sleep(61 * MINUTE);
  world.signal('seen');
  await world.time.pass(0);
  expect(identity.state.phase).toBe('ended');
  expect(disk.kept.size).toBe(1);
  await Promise.all([identity.signOut(), world.time.pass(0)]);
  expect(disk.kept.size).toBe(0);
});

test('a storage that is broken, or holds something else, is no reason not to chat', async () => {
  const world = new World();
  const refuse = async () => Promise.reject(new Error('full'));
  const { chat } = await world.proven('ada', {
    getItem: async () => '{"not":"drafts"}',
    setItem: refuse,
    removeItem: refuse,
  });
  chat.send('Hello');
  await world.time.pass(1_000);
  expect(world.service.stored).toHaveLength(1);
});

test('a message whose acknowledgement is lost is sent again under the same id, and stands once', async () => {
  const world = new World();
  const { chat } = await world.proven();
  world.service.loseReplies = true;
  chat.send('Hello');
  await world.time.pass(5_000);
  world.service.loseReplies = false;
  await world.time.pass(5_000);
  expect(world.service.stored).toHaveLength(1);
  expect(chat.state).toMatchObject({ unsent: [], messages: [{ text: 'Hello' }] });
});

test('a line that is back within a second was away for nobody, and one that stays away is told', async () => {
  const world = new World();
  const { chat } = await world.proven();
  await world.time.pass(1_000);
  world.service.dropAll();
  await world.time.pass(1_000);
  expect(chat.state.connection).toBe('online');
  chat.wake();
  await world.time.pass(10_000);
  expect(chat.state.connection).toBe('online');
  world.service.isReachable = false;
  world.service.dropAll();
  chat.send('Is anybody there?');
  await world.time.pass(1_000);
  expect(chat.state.unsent).toMatchObject([{ state: 'sending' }]);
  await world.time.pass(1_000);
  expect(chat.state).toMatchObject({ connection: 'offline', unsent: [{ state: 'waiting' }] });
});

test('in the background an app hangs up, and catches up when somebody looks, or a push arrives', async () => {
  const world = new World();
  const { chat } = await world.proven();
  chat.send('Hello');
  await world.time.pass(1_000);
  world.signal('background');
  expect(chat.state.connection).toBe('offline');
  expect(world.service.sockets.size).toBe(0);
  world.service.stored.push({ ...message(2), by: 'agent' });
  chat.wake();
  await world.time.pass(1_000);
  expect(chat.state.connection).toBe('online');
  expect(chat.state.messages.map(({ text }) => text)).toEqual(['Hello', 'text 2']);
});

test('what comes while the window is open and seen is read, and the service hears of it once', async () => {
  const world = new World();
  const { chat } = await world.proven();
  chat.send('Hello');
  await world.time.pass(1_000);
  const say = (number: number) => {
    for (const { options } of world.service.sockets) options.on['message:new'](message(number));
  };
  say(2);
  expect(chat.state.unread).toBe(1);
  chat.setOpen(true);
  expect(chat.state.unread).toBe(0);
  say(3);
  await world.time.pass(0);
  expect(chat.state).toMatchObject({ unread: 0, conversation: { readNumber: 3 } });
  expect(world.service.marks).toEqual([2, 3]);
});

test('what was read on another device is read here', async () => {
  const world = new World();
  const { chat } = await world.proven();
  chat.send('Hello');
  await world.time.pass(1_000);
  for (const { options } of world.service.sockets) {
    options.on['message:new'](message(2));
    options.on['read:changed']({ conversation: 'of-ada', number: 2 });
  }
  expect(chat.state.unread).toBe(0);
});

test('an offer that is accepted while there is no line still stands, and brings back what was said once there is one', async () => {
  const world = new World();
  const { identity, chat } = await world.proven();
  const { session } = identity.state;
  if (!session) throw new Error('no session');
  identity.change({ session: { ...session, offer: { conversation: 'of-ada', lastNumber: 1 } } });
  world.service.stored.push({ ...message(1), by: 'agent' });
  world.service.dropAll();
  await Promise.all([chat.merge(true), world.time.pass(0)]);
  expect(identity.state.session?.offer).not.toBeNull();
  world.signal('online');
  await world.time.pass(1_000);
  expect(identity.state.session?.offer).toBeNull();
  expect(chat.state.messages).toMatchObject([{ text: 'text 1' }]);
});

test('what was said of one offer is not said of another', async () => {
  const world = new World();
  const { identity, chat } = await world.proven();
  const offered = (conversation: string) => {
    const { session } = identity.state;
    if (session) identity.change({ session: { ...session, offer: { conversation, lastNumber: 1 } } });
  };
  offered('of-ada');
  world.service.dropAll();
  await Promise.all([chat.merge(true), world.time.pass(0)]);
  offered('of-grace');
  world.signal('online');
  await world.time.pass(1_000);
  expect(identity.state.session?.offer?.conversation).toBe('of-grace');
});

test('the conversations before are loaded one by one, until there is none, and nobody asks for what is not there', async () => {
  const world = new World();
  const status = (id: string) => ({ id, state: 'ended' as const, agent: null, lastNumber: 1, readNumber: 1 });
  world.service.earlier.push(
    { conversation: status('second'), messages: [] },
    { conversation: status('first'), messages: [] },
  );
  const { chat } = await world.proven();
  for (const isEarliest of [false, true]) {
    await Promise.all([chat.earlier(), world.time.pass(0)]);
    expect(chat.state.isEarliest).toBe(isEarliest);
  }
  expect(chat.state.earlier.map(({ conversation }) => conversation.id)).toEqual(['first', 'second']);
  expect(chat.state.isEarliest).toBe(true);
});

test('what is said while the service cannot store anything waits, and goes out by itself, in order and once', async () => {
  const world = new World();
  const { chat } = await world.proven('ada');
  world.service.isUnavailable = true;
  for (const text of ['one', 'two']) chat.send(text);
  await world.time.pass(10_000);
  expect(chat.state.unsent.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  world.service.isUnavailable = false;
  await world.time.pass(5_000);
  expect(world.service.stored.map(({ text }) => text)).toEqual(['one', 'two']);
  expect(chat.state.unsent).toEqual([]);
});

test('what is refused because too much was sent waits as long as it is told to, and goes out in order, once', async () => {
  const world = new World();
  const { chat } = await world.proven('ada');
  world.service.refusing = 2;
  for (const text of ['one', 'two', 'three']) chat.send(text);
  await world.time.pass(2_000);
  expect(world.service.stored).toEqual([]);
  expect(chat.state.unsent.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting']);
  await world.time.pass(10_000);
  expect(world.service.stored.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
  expect(chat.state.unsent).toEqual([]);
});

test('a message says where in its own trace the page stands, and nothing where it stands nowhere', async () => {
  const world = new World();
  const { chat } = await world.proven('ada');
  chat.send('not followed');
  await world.time.pass(1_000);
  world.traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  chat.send('followed');
  await world.time.pass(1_000);
  expect(world.service.taken.map(({ text, traceparent }) => [text, traceparent])).toEqual([
    ['not followed', undefined],
    ['followed', world.traceparent],
  ]);
});
