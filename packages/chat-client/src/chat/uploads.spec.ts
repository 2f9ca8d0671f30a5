import { expect, test } from 'vitest';
import { MINUTE } from '../../test/service.js';
import { World } from '../../test/world.js';

const file = (name: string, size = 1_000) => ({ name, type: 'image/png', size });
const sentOf = ({ service }: World) =>
  service.stored.map(({ text, attachment }) => [text, (attachment as { id: string } | null)?.id ?? null]);

test('a file is brought to the service and goes with its words, in the order it was written', async () => {
  const world = new World();
  const { chat } = await world.proven();
  const progress: number[] = [];
  chat.send('Before.');
  chat.attach(file('bill.png'), { text: 'This one.', onProgress: (sent) => progress.push(sent) });
  chat.send('After.');
  await world.time.pass(MINUTE);
  expect(sentOf(world)).toEqual([
    ['Before.', null],
    ['This one.', 'file-1'],
    ['After.', null],
  ]);
  expect(progress).toEqual([500]);
  expect(chat.state.unsent).toEqual([]);
});

test('an upload that breaks off is taken up again by itself, and its message is sent once', async () => {
  const world = new World();
  const { chat } = await world.proven();
  world.service.uploads = ['lost', 'lost'];
  chat.attach(file('bill.png'));
  await world.time.pass(1);
  expect(chat.state.unsent).toMatchObject([{ state: 'sending', file: { name: 'bill.png', sent: 500 } }]);
  await world.time.pass(MINUTE);
  expect(world.service.files).toEqual(['bill.png']);
  expect(sentOf(world)).toEqual([['', 'file-1']]);
});

test('an answer that is lost after the upload does not upload it again', async () => {
  const world = new World();
  const { chat } = await world.proven();
  world.service.loseReplies = true;
  chat.attach(file('bill.png'));
  await world.time.pass(5_000);
  world.service.loseReplies = false;
  await world.time.pass(MINUTE);
  expect(world.service.files).toEqual(['bill.png']);
  expect(sentOf(world)).toEqual([['', 'file-1']]);
  expect(chat.state.unsent).toEqual([]);
});

test('a file that is refused says why, holds nothing up, and may be tried again', async () => {
  const world = new World();
  const { chat } = await world.proven();
  world.service.uploads = ['refused'];
  const clientId = chat.attach(file('song.mp3'));
  chat.send('Did that work?');
  await world.time.pass(MINUTE);
  expect(sentOf(world)).toEqual([['Did that work?', null]]);
  expect(chat.state.unsent).toMatchObject([{ state: 'failed', why: 'attachment_type_refused' }]);
  chat.retry(clientId);
  await world.time.pass(MINUTE);
  expect(sentOf(world).at(-1)).toEqual(['', 'file-1']);
});

test('a file is taken back in the middle, by whoever has its id and by a signal', async () => {
  const world = new World();
  const { chat } = await world.proven();
  world.service.uploads = ['hangs', 'hangs'];
  const clientId = chat.attach(file('one.png'));
  const stop = new AbortController();
  chat.attach(file('two.png'), { signal: stop.signal });
  chat.send('Never mind.');
  await world.time.pass(1);
  chat.discard(clientId);
  await world.time.pass(1);
  stop.abort();
  await world.time.pass(MINUTE);
  expect(sentOf(world)).toEqual([['Never mind.', null]]);
  expect(chat.state.unsent).toEqual([]);
});

test('a file of more than 10 MB is not sent at all', async () => {
  const world = new World();
  const { chat } = await world.proven();
  chat.attach(file('film.gif', 10_485_761));
  await world.time.pass(MINUTE);
  expect(world.service.files).toEqual([]);
  expect(chat.state.unsent).toMatchObject([{ state: 'failed', why: 'The file is larger than 10 MB.' }]);
});

test('what is unsent outlives the app, and says that the file has to be chosen once more', async () => {
  const world = new World();
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const first = await world.proven('ada', storage);
  world.service.uploads = ['hangs'];
  first.chat.attach(file('bill.png'), { text: 'This one.' });
  await world.time.pass(1);
  first.chat.dispose();
  const second = await world.proven('ada', storage);
  await world.time.pass(MINUTE);
  const unsent = { text: 'This one.', state: 'failed', why: 'Choose the file once more.' };
  expect(second.chat.state.unsent).toMatchObject([unsent]);
});

test('whoever leaves takes their files with them', async () => {
  const world = new World();
  const { chat, identity } = await world.proven();
  world.service.uploads = ['hangs'];
  chat.attach(file('bill.png'));
  await world.time.pass(1);
  await Promise.all([identity.signOut(), world.time.pass(1_000)]);
  await world.time.pass(MINUTE);
  expect(world.service.stored).toEqual([]);
  expect(chat.state.unsent).toEqual([]);
});
