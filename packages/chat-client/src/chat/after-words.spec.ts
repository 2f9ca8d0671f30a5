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

test('an address is passed on beside what the page says, and not for the next person', async () => {
  const world = new World();
  const said: unknown[] = [];
  const { line } = world.service;
  Object.assign(world.service, {
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
