import { expect, test } from 'vitest';
import { message } from '../../test/message.js';
import { World } from '../../test/world.js';

test('lines that came while nothing was shown, or got lost on their way, are fetched with the next that comes', async () => {
  const world = new World();
  const { chat } = await world.proven('ada');
  const numbers = () => chat.state.messages.map(({ number }) => number);
  const tell = (number: number) => {
    for (const { options } of world.service.sockets) options.on['message:new'](message(number));
  };
  const say = (number: number) => world.service.stored.push({ ...message(number), by: 'ada' });
  for (const number of [1, 2, 3]) say(number);
  tell(3);
  await world.time.pass(0);
  expect(numbers()).toEqual([1, 2, 3]);
  for (const number of [4, 5]) say(number);
  tell(5);
  await world.time.pass(0);
  expect(numbers()).toEqual([1, 2, 3, 4, 5]);
});

test('a line that comes over a gap is not taken for the last when what is missing could not be fetched', async () => {
  const world = new World();
  const { chat } = await world.proven('ada');
  const numbers = () => chat.state.messages.map(({ number }) => number);
  for (const number of [1, 2, 3]) world.service.stored.push({ ...message(number), by: 'ada' });
  const [socket] = [...world.service.sockets];
  socket?.options.on['message:new'](message(1));
  await world.time.pass(0);
  world.service.stored.push({ ...message(4), by: 'ada' }, { ...message(5), by: 'ada' });
  world.service.loseLines = true;
  socket?.options.on['message:new'](message(5));
  world.service.dropAll();
  await world.time.pass(0);
  expect(numbers()).toEqual([1, 2, 3, 5]);
  world.service.loseLines = false;
  chat.wake();
  await world.time.pass(1_000);
  expect(numbers()).toEqual([1, 2, 3, 4, 5]);
});

test('what is missing is asked for again while the service cannot read it, once at a time', async () => {
  const world = new World();
  const { chat } = await world.proven('ada');
  const numbers = () => chat.state.messages.map(({ number }) => number);
  const resumes = () => world.service.wishes.filter((wish) => wish === 'conversation:resume').length;
  for (const number of [1, 2, 3, 4]) world.service.stored.push({ ...message(number), by: 'ada' });
  const before = resumes();
  world.service.isUnreadable = true;
  for (const { options } of world.service.sockets)
    for (const number of [2, 3, 4]) options.on['message:new'](message(number));
  await world.time.pass(1_000);
  expect(numbers()).toEqual([2, 3, 4]);
  expect(resumes()).toBe(before + 1);
  world.service.isUnreadable = false;
  await world.time.pass(2_000);
  expect(numbers()).toEqual([1, 2, 3, 4]);
  expect(resumes()).toBe(before + 2);
});

test('a service that was restored from a backup has less than stands here: the conversation is taken afresh', async () => {
  const world = new World();
  const { chat } = await world.proven('ada');
  for (const number of [1, 2, 3]) world.service.stored.push({ ...message(number), by: 'ada' });
  chat.setOpen(true);
  for (const { options } of world.service.sockets) options.on['message:new'](message(3));
  await world.time.pass(1_000);
  expect(chat.state.messages.map(({ text }) => text)).toEqual(['text 1', 'text 2', 'text 3']);
  world.service.stored.splice(1);
  chat.wake();
  await world.time.pass(1_000);
  expect(chat.state.messages.map(({ text }) => text)).toEqual(['text 1']);
  chat.setOpen(false);
  world.service.stored.push({ ...message(2), text: 'said anew', by: 'ada' });
  chat.wake();
  await world.time.pass(1_000);
  expect(chat.state.messages.map(({ text }) => text)).toEqual(['text 1', 'said anew']);
  // A new line of an old number is read by nobody yet.
  expect(chat.state.unread).toBe(1);
});

test('lines that got lost on their way are fetched when one of its own is answered, too', async () => {
  const world = new World();
  const { chat } = await world.proven('ada');
  chat.send('one');
  await world.time.pass(0);
  const { number } = world.service.stored.at(-1) ?? message(0);
  for (const lost of [number + 1, number + 2]) world.service.stored.push({ ...message(lost), by: 'ada' });
  chat.send('two');
  await world.time.pass(0);
  expect(chat.state.messages.map((one) => one.number)).toEqual(world.service.stored.map((one) => one.number));
});
