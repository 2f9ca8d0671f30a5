import { expect, test } from 'vitest';
import { MINUTE } from '../../test/service.js';
import { World } from '../../test/world.js';

const broken = () => {
  throw new Error('broken');
};
const renewals = ({ reasons }: World) => reasons.filter((reason) => reason === 'renew').length;

test('a new proof is asked for before the old one ends, and the conversation stays as it is', async () => {
  const world = new World();
  const { identity, chat } = await world.proven();
  chat.send('Hello');
  await world.time.pass(47 * MINUTE);
  expect(world.reasons).toEqual(['first']);
  const before = identity.state.session?.session;
  const seen: string[] = [];
  identity.observe(({ phase, renewal }) => seen.push(`${phase} ${renewal}`));
  await world.time.pass(2 * MINUTE);
  expect(world.reasons).toEqual(['first', 'renew']);
  expect(identity.state.session?.session).not.toBe(before);
  expect(identity.state).toMatchObject({ phase: 'open', standing: 'verified', renewal: 'none' });
  expect([...new Set(seen)].every((one) => one.startsWith('open'))).toBe(true);
  expect(chat.state).toMatchObject({ connection: 'online', messages: [{ text: 'Hello' }] });
});

test('where it cannot be silent, the consumer is asked to click, and the page’s method runs within the click', async () => {
  const world = new World();
  world.service.interactive = true;
  const { identity, chat } = await world.proven();
  await world.time.pass(47 * MINUTE);
  expect(identity.state.renewal).toBe('none');
  await world.time.pass(2 * MINUTE);
  expect(identity.state).toMatchObject({ renewal: 'click', standing: 'due' });
  expect(world.reasons).toEqual(['first']);
  void chat.life.renew();
  expect(world.reasons).toEqual(['first', 'renew']);
  await world.time.pass(0);
  expect(identity.state).toMatchObject({ renewal: 'none', standing: 'verified' });
});

test('a click that is declined leaves the session, and the offer to stay', async () => {
  const world = new World();
  world.service.interactive = true;
  const { identity, chat } = await world.proven();
  await world.time.pass(49 * MINUTE);
  world.answer = null;
  await Promise.all([chat.life.renew(), world.time.pass(0)]);
  expect(identity.state).toMatchObject({ phase: 'open', renewal: 'click', standing: 'due' });
});

test.each<[string, () => unknown]>([
  ['hangs', () => new Promise(() => undefined)],
  ['throws', broken],
  ['answers nonsense', () => 42],
  ['declines', () => null],
])('a page’s method that %s is asked again, ever later, and its next answer counts', async (_, unwell) => {
  const world = new World();
  world.random = 0.5;
  const { identity } = await world.proven();
  world.answer = unwell;
  await world.time.pass(58 * MINUTE);
  expect(identity.state).toMatchObject({ phase: 'open', renewal: 'failed', standing: 'due' });
  // A method that hangs is called a second time within one try.
  const tries = world.service.asked.filter((one) => one === 'POST /v1/attempts').length - 1;
  expect(tries).toBeGreaterThan(2);
  expect(tries).toBeLessThan(12);
  world.answer = { idToken: 'ada' };
  await world.time.pass(2 * MINUTE);
  expect(identity.state).toMatchObject({ renewal: 'none', standing: 'verified', refusal: null });
});

test('a method that hangs is told by its signal that nobody waits any more', async () => {
  const world = new World();
  await world.proven();
  let signal: AbortSignal | undefined;
  world.answer = (attempt: { signal: AbortSignal }) => {
    signal ??= attempt.signal;
    return new Promise(() => undefined);
  };
  await world.time.pass(49 * MINUTE);
  expect(signal?.aborted).toBe(true);
});

test('a renewal answered with the proof that is in use is no error, and is asked for again when that ends', async () => {
  const world = new World();
  const { identity } = await world.proven();
  world.answer = { idToken: 'refused proof_unchanged' };
  await world.time.pass(59 * MINUTE);
  expect(renewals(world)).toBe(1);
  expect(identity.state).toMatchObject({ renewal: 'none', refusal: null });
  world.answer = { idToken: 'ada' };
  await world.time.pass(2 * MINUTE);
  expect(renewals(world)).toBe(2);
  expect(identity.state.standing).toBe('verified');
});

test('a renewal answered with another person’s proof leaves nothing of the former one', async () => {
  const world = new World();
  const { identity, chat } = await world.proven();
  chat.send('Ada’s secret');
  await world.time.pass(47 * MINUTE);
  expect(chat.state.messages).toHaveLength(1);
  world.answer = { idToken: 'bob' };
  world.service.dropAll();
  chat.send('typed as Ada, not sent yet');
  await world.time.pass(2 * MINUTE);
  expect(identity.state.session?.displayName).toBe('bob');
  expect(chat.state).toMatchObject({ messages: [], unsent: [], conversation: null });
  expect(world.service.stored.every(({ by }) => by === 'ada')).toBe(true);
});

test('the service’s own refresh comes before the page is asked', async () => {
  const world = new World();
  world.service.refresh = true;
  const { identity } = await world.proven();
  await world.time.pass(49 * MINUTE);
  expect(world.service.asked).toContain('POST /v1/sessions/current/refresh');
  expect(world.reasons).toEqual(['first']);
  expect(identity.state.standing).toBe('verified');
});

test('in the grace time reading goes on and sending is held, and goes out in order after a new proof', async () => {
  const world = new World();
  const { identity, chat } = await world.proven();
  chat.send('one');
  world.answer = () => null;
  await world.time.pass(61 * MINUTE);
  expect(identity.state.standing).toBe('stale');
  chat.send('two');
  chat.send('three');
  await world.time.pass(1_000);
  expect(chat.state.unsent.map(({ text, state }) => [text, state])).toEqual([
    ['two', 'held'],
    ['three', 'held'],
  ]);
  expect(chat.state.messages).toHaveLength(1);
  world.answer = { idToken: 'ada' };
  await Promise.all([chat.life.renew(), world.time.pass(1_000)]);
  expect(chat.state.unsent).toEqual([]);
  expect(world.service.stored.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
});

test('what was held when the time ran out is shown as not sent to the same person, and to nobody else', async () => {
  const world = new World();
  const { identity, chat } = await world.proven();
  world.answer = () => null;
  await world.time.pass(61 * MINUTE);
  chat.send('held');
  await world.time.pass(10 * MINUTE);
  expect(identity.state.phase).toBe('ended');
  expect(chat.state.unsent).toEqual([]);
  await Promise.all([identity.beAnonymous(), world.time.pass(0)]);
  expect(chat.state.unsent).toEqual([]);
  world.answer = { idToken: 'ada' };
  await Promise.all([identity.prove(), world.time.pass(0)]);
  expect(chat.state.unsent).toMatchObject([
    { text: 'held', state: 'failed', why: 'Your sign-in ended before this was sent.' },
  ]);
  expect(world.service.stored).toEqual([]);
  chat.retry(chat.state.unsent[0]?.clientId ?? '');
  await world.time.pass(0);
  expect(world.service.stored).toMatchObject([{ text: 'held', by: 'ada' }]);
});

test('a computer that slept through the end shows nothing from its first moment, though nobody answers', async () => {
  const world = new World();
  const { identity, chat } = await world.proven();
  chat.send('Hello');
  await world.time.pass(1_000);
  world.service.isReachable = false;
  world.time.sleep(8 * 60 * MINUTE);
  world.signal('seen');
  expect(identity.state).toMatchObject({ phase: 'ended', session: null });
  expect(chat.state.messages).toEqual([]);
  await world.time.pass(0);
  expect(world.keys.size).toBe(0);
});

test('a computer that slept past the due time asks when it wakes', async () => {
  const world = new World();
  const { identity } = await world.proven();
  world.time.sleep(65 * MINUTE);
  world.signal('seen');
  await world.time.pass(0);
  expect(renewals(world)).toBe(1);
  expect(identity.state.standing).toBe('verified');
});

test('a device whose clock is set on by hours asks the service for its time before it throws the session away', async () => {
  const world = new World();
  const { identity, chat } = await world.proven();
  chat.send('Hello');
  await world.time.pass(1_000);
  const before = identity.state.session?.session;
  world.skew = 5 * 60 * MINUTE;
  world.signal('seen');
  expect(chat.state.messages).toEqual([]);
  await world.time.pass(0);
  expect(identity.state).toMatchObject({ phase: 'open', standing: 'verified', session: { session: before } });
  expect(chat.state.messages).toMatchObject([{ text: 'Hello' }]);
});

test('a proof of the key that a wrong clock spoilt is made once more, by the service’s time', async () => {
  const world = new World();
  const { identity } = await world.tab();
  world.skew = -20 * MINUTE;
  await Promise.all([identity.prove(), world.time.pass(0)]);
  expect(identity.state).toMatchObject({ phase: 'open', session: { displayName: 'ada' } });
});

test('an answer to a renewal that comes after a sign-out opens nothing', async () => {
  const world = new World();
  const { identity, chat } = await world.proven();
  let answer: (proof: object) => void = () => undefined;
  world.answer = () =>
    new Promise((resolve) => {
      answer = resolve;
    });
  const renewed = chat.life.renew();
  await world.time.pass(0);
  await Promise.all([identity.signOut(), world.time.pass(0)]);
  answer({ idToken: 'ada' });
  await Promise.all([renewed, world.time.pass(0)]);
  expect(identity.state).toMatchObject({ phase: 'ended', session: null });
  expect(world.service.live).toBeUndefined();
});

test('a request of an agent is answered by a proof for that request, and declining it is told', async () => {
  const world = new World();
  const { identity, chat } = await world.proven();
  const request = { id: 'r1', kind: 'step-up' as const, by: 'Noor', at: '', expiresAt: '' };
  for (const { options } of world.service.sockets) options.on['identity:requested'](request);
  expect(identity.state.session?.request).toEqual(request);
  await Promise.all([chat.life.stepUp(), world.time.pass(0)]);
  expect(world.reasons).toEqual(['first', 'step-up']);
  expect(identity.state.session?.request).toBeNull();
  for (const { options } of world.service.sockets) options.on['identity:requested'](request);
  await Promise.all([chat.declineRequest(), world.time.pass(0)]);
  expect(identity.state.session?.request).toBeNull();
});

const asked = (id: string) => ({ id, kind: 'step-up' as const, by: null, at: '', expiresAt: '' });
const ask = ({ service }: World, id: string) => {
  for (const { options } of service.sockets) options.on['identity:requested'](asked(id));
};

test('what was declined could still be answered until the service had heard of it, and its reply took away what was asked since', async () => {
  const world = new World();
  const { identity, chat } = await world.proven();
  ask(world, 'r1');
  const declined = chat.declineRequest();
  expect(identity.state.session?.request).toBeNull();
  ask(world, 'r2');
  await Promise.all([declined, world.time.pass(0)]);
  expect(identity.state.session?.request).toEqual(asked('r2'));
});

test('a no that nobody heard was none: the question stands there again', async () => {
  const world = new World();
  const { identity, chat } = await world.proven();
  ask(world, 'r1');
  world.service.isReachable = false;
  world.service.dropAll();
  await Promise.all([chat.declineRequest(), world.time.pass(0)]);
  expect(identity.state.session?.request).toEqual(asked('r1'));
});

test('whoever begins anew while the end of the old session is still looked at is not thrown out with it', async () => {
  const world = new World();
  const { identity, chat } = await world.proven();
  world.answer = broken;
  const [before] = world.keys.values();
  let begun: Promise<void> | undefined;
  identity.observe(({ phase }) => {
    if (phase === 'ended') begun ??= identity.beAnonymous();
  });
  await world.time.pass(75 * MINUTE);
  await begun;
  chat.send('Nobody in particular');
  await world.time.pass(0);
  expect(identity.state).toMatchObject({ phase: 'open', session: { assurance: 'anonymous' } });
  expect(chat.state.messages).toMatchObject([{ text: 'Nobody in particular' }]);
  const [after] = world.keys.values();
  expect(after?.jwk.x).not.toBe(before?.jwk.x);
});
