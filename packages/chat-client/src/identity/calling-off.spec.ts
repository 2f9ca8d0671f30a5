import { expect, test } from 'vitest';
import { settled } from '../../test/time.js';
import { World } from '../../test/world.js';

const never = () => new Promise(() => undefined);
const opened = ({ service }: World) => service.asked.filter((one) => one === 'POST /v1/sessions').length;

/** A page whose method answers when it is told to. */
function slowPage(world: World) {
  let answer: (proof: unknown) => void = () => undefined;
  let signal: AbortSignal | undefined;
  world.answer = (attempt: { signal: AbortSignal }) => {
    signal = attempt.signal;
    return new Promise((resolve) => {
      answer = resolve;
    });
  };
  return { answer: (proof: unknown) => answer(proof), isAborted: () => signal?.aborted };
}

test('whoever calls a proof off is free at once, and a late answer of the page raises nothing', async () => {
  const world = new World();
  const page = slowPage(world);
  const { identity } = await world.tab();
  const proved = identity.prove();
  await settled();
  expect(identity.state.phase).toBe('proving');
  identity.callOff();
  expect(identity.state).toMatchObject({ phase: 'declined', session: null, refusal: null });
  expect(page.isAborted()).toBe(true);
  page.answer({ idToken: 'ada' });
  await proved;
  await settled();
  expect(identity.state).toMatchObject({ phase: 'declined', session: null });
  // One request: the attempt was used up by saying no.
  expect(opened(world)).toBe(1);
  expect(world.service.live).toBeUndefined();
});

test('whoever was chatting anonymously goes on there, with what was written and not sent', async () => {
  const world = new World();
  const { identity, chat } = await world.tab();
  await identity.beAnonymous();
  await settled();
  chat.send('Hello');
  await settled();
  world.service.isUnavailable = true;
  chat.send('And this');
  await settled();
  world.answer = never;
  const proved = identity.prove();
  await settled();
  identity.callOff();
  await proved;
  await settled();
  expect(identity.state).toMatchObject({ phase: 'open', session: { consumer: null } });
  expect(chat.state).toMatchObject({ messages: [{ text: 'Hello' }], unsent: [{ text: 'And this' }] });
});

test('a session that comes after a proof was called off is ended, and the chat begun meanwhile goes on', async () => {
  const world = new World();
  const { identity, chat } = await world.tab();
  const { fetch } = world.service;
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  Object.assign(identity.device, {
    fetch: async (input: string, init: RequestInit) => {
      if (String(init.body).includes('"idToken"')) await held;
      return fetch(input, init);
    },
  });
  const proved = identity.prove();
  await settled();
  identity.callOff();
  await identity.beAnonymous();
  await settled();
  chat.send('Who is there?');
  letGo();
  await proved;
  await settled();
  expect(identity.state).toMatchObject({ phase: 'open', session: { consumer: null } });
  expect(chat.state.messages).toMatchObject([{ text: 'Who is there?' }]);
  expect(world.service.sessions.find(({ consumer }) => consumer === 'ada')?.endedAt).not.toBeNull();
});

test('after a proof was called off the next click asks anew, and counts', async () => {
  const world = new World();
  world.answer = never;
  const { identity } = await world.tab();
  const proved = identity.prove();
  await settled();
  identity.callOff();
  world.answer = { idToken: 'ada' };
  await identity.prove();
  await proved;
  expect(identity.state).toMatchObject({ phase: 'open', session: { consumer: 'ada' } });
});

test('a renewal that is called off leaves the session as it was, and may be asked for again', async () => {
  const world = new World();
  world.service.interactive = true;
  const { identity, chat } = await world.proven();
  await world.time.pass(49 * 60_000);
  world.answer = never;
  const renewed = chat.life.renew();
  await settled();
  expect(identity.state.renewal).toBe('asking');
  identity.callOff();
  await renewed;
  expect(identity.state).toMatchObject({ phase: 'open', renewal: 'click', session: { consumer: 'ada' } });
});

test('a service that takes a request and says nothing is given up after half a minute', async () => {
  const world = new World();
  const { identity } = await world.tab();
  const { fetch } = world.service;
  Object.assign(identity.device, {
    fetch: (input: string, init: RequestInit) =>
      input.endsWith('/v1/sessions') ? never() : fetch(input, init),
  });
  const proved = identity.prove();
  await settled();
  await world.time.pass(29_000);
  expect(identity.state.phase).toBe('proving');
  await world.time.pass(1_000);
  await proved;
  expect(identity.state).toMatchObject({ phase: 'refused', refusal: { reason: 'unreachable' } });
});
