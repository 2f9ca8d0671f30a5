import { expect, test } from 'vitest';
import { MINUTE } from '../../test/service.js';
import { World } from '../../test/world.js';

const yes = { card: 'card-1', answer: 'accept' } as const;

/** What became of an answer so far. */
function followed(answer: Promise<unknown>) {
  const seen: { trouble?: unknown } = {};
  void answer.then((trouble) => Object.assign(seen, { trouble: trouble ?? 'taken' }));
  return seen;
}

test('an answer that is given while the line is cut is said once the line is back', async () => {
  const world = new World();
  const { chat } = await world.proven('ada');
  world.service.isReachable = false;
  world.service.dropAll();
  const seen = followed(chat.answerCard(yes));
  await world.time.pass(30_000);
  expect([seen, world.service.cardAnswers]).toEqual([{}, []]);
  world.service.isReachable = true;
  chat.wake();
  await world.time.pass(1_000);
  expect([seen, world.service.cardAnswers]).toEqual([{ trouble: 'taken' }, [yes]]);
});

test('an answer whose reply was lost is said again, and is one to whoever gave it', async () => {
  const world = new World();
  const { chat } = await world.proven('ada');
  world.service.loseReplies = true;
  const seen = followed(chat.answerCard(yes));
  await world.time.pass(1_000);
  expect(seen).toEqual({});
  world.service.loseReplies = false;
  await world.time.pass(5_000);
  expect([seen, world.service.cardAnswers]).toEqual([{ trouble: 'taken' }, [yes, yes]]);
});

test('an answer waits for a service whose database is away', async () => {
  const world = new World();
  const { chat } = await world.proven('ada');
  world.service.isUnavailable = true;
  const seen = followed(chat.answerCard(yes));
  await world.time.pass(3_000);
  expect(seen).toEqual({});
  world.service.isUnavailable = false;
  await world.time.pass(5_000);
  expect(seen).toEqual({ trouble: 'taken' });
});

test('a yes of three minutes ago is not said to whoever is asked for money now', async () => {
  const world = new World();
  const { chat } = await world.proven('ada');
  world.service.isReachable = false;
  world.service.dropAll();
  const seen = followed(chat.answerCard(yes));
  // The device slept: no timer ran, and the line is there before they do.
  world.time.sleep(3 * MINUTE);
  world.service.isReachable = true;
  chat.wake();
  await world.time.pass(1_000);
  expect([seen, world.service.cardAnswers]).toEqual([{ trouble: 'unheard' }, []]);
});

test('what one person answered is not said by the next', async () => {
  const world = new World();
  const { identity, chat } = await world.proven('ada');
  world.service.isReachable = false;
  world.service.dropAll();
  const seen = followed(chat.answerCard(yes));
  world.service.isReachable = true;
  world.answer = { idToken: 'bea' };
  await Promise.all([identity.prove(), world.time.pass(1_000)]);
  expect(identity.state.session?.consumer).toBe('bea');
  expect([seen, world.service.cardAnswers]).toEqual([{ trouble: 'unheard' }, []]);
});
