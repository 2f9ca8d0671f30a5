import { expect, test } from 'vitest';
import { settled } from '../../test/time.js';
import { World } from '../../test/world.js';

test('what was thought of a conversation stays beside it, and goes with it', async () => {
  const { chat } = await new World().proven();
  chat.send('Thank you');
  await settled();
  expect(await chat.rate({ score: 4, comment: null })).toBe('taken');
  expect(chat.state.rating).toEqual({ score: 4, comment: null });
  chat.begin();
  expect(chat.state.rating).toBeNull();
});

/** What the service is told of the page from now on. */
function wordsOf({ service }: World): unknown[] {
  const said: unknown[] = [];
  const { line } = service;
  Object.assign(service, {
    line: (options: never) => {
      const made = line(options);
      const { ask } = made;
      return Object.assign(made, {
        ask: (wish: never, input: { facts?: object }) => {
          if (wish === 'page:facts') said.push(input.facts);
          return ask(wish, input as never);
        },
      });
    },
  });
  return said;
}

test('an address is passed on beside what the page says, and not for the next person', async () => {
  const world = new World();
  const said = wordsOf(world);
  const { chat, identity } = await world.proven();
  chat.setPageFacts({ plan_viewed: 'Larkspur 40' });
  expect(await chat.contact('ada@example.com')).toBe(true);
  expect(said.at(-1)).toEqual({ plan_viewed: 'Larkspur 40', contact_email: 'ada@example.com' });
  const before = said.length;
  await identity.signOut();
  world.answer = { idToken: 'bob' };
  await identity.rename('bob');
  await identity.prove();
  await settled();
  expect(said.slice(before)).toEqual([]);
});

/** Ada has typed an address, and there is no line to tell it by. */
async function typedWithoutLine() {
  const world = new World();
  const said = wordsOf(world);
  const { chat, identity } = await world.proven();
  world.service.isReachable = false;
  world.service.dropAll();
  const back = () => {
    world.service.isReachable = true;
    chat.wake();
    return world.time.pass(1_000);
  };
  return { world, said, identity, kept: chat.contact('ada@example.com'), back };
}

test('an address that was typed before the line was up is told with the line, and was refused', async () => {
  const { world, said, kept, back } = await typedWithoutLine();
  await world.time.pass(2_000);
  await back();
  expect(await kept).toBe(true);
  expect(said.at(-1)).toEqual({ contact_email: 'ada@example.com' });
});

test('an address is not kept where no line comes, and not told later behind its owner’s back', async () => {
  const { world, said, kept, back } = await typedWithoutLine();
  await world.time.pass(11_000);
  expect(await kept).toBe(false);
  const before = said.length;
  await back();
  expect(said.slice(before)).toEqual([]);
});

test('an address that waits for a line is not told as the next person’s', async () => {
  const { world, said, kept, identity } = await typedWithoutLine();
  await world.time.pass(100);
  const before = said.length;
  world.service.isReachable = true;
  await identity.signOut();
  expect(await kept).toBe(false);
  world.answer = { idToken: 'bob' };
  await identity.rename('bob');
  await identity.prove();
  await world.time.pass(1_000);
  expect(said.slice(before)).toEqual([]);
});
