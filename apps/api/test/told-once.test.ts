import { randomUUID } from 'node:crypto';
import type { Message } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer, take, watch } from './house/agent.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur, ORIGIN } from './house/larkspur.js';
import type { Line } from './house/socket.js';

let house: House;
let desks: Desks;
let larkspur: Larkspur;
let mara: Line;

beforeAll(async () => {
  house = await openHouse();
  desks = await Desks.open(house);
  larkspur = await makeLarkspur(house, [implicit('site')]);
  await desks.staff(larkspur, [{ email: 'mara@gmail.com', name: 'Mara' }]);
  mara = await desks.line('larkspur', 'mara@gmail.com');
});
afterAll(async () => {
  mara.close();
  await desks.close();
  await house.close();
});

test('an old line that is sent again is told to nobody again', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'sends-again' });
  const { conversation } = await ada.say('first');
  await take(mara, conversation);
  await watch(mara, conversation);
  const clientId = randomUUID();
  const second = await ada.say('second', conversation, clientId);
  await answer(mara, conversation, 'third');
  expect(await ada.say('second', conversation, clientId)).toEqual(second);
  await answer(mara, conversation, 'fourth');
  await ada.say('fifth', conversation);

  for (const [line, last, heard] of [
    [ada.line, 'fourth', ['third', 'fourth']],
    [mara, 'fifth', ['second', 'fifth']],
  ] as const) {
    await line.hears<Message>('message:new', ({ text }) => text === last);
    expect(textsFrom(line, second)).toEqual(heard);
  }
  ada.close();
});

/** What people said from this line on, as it was told. */
const textsFrom = (line: Line, { conversation, number }: Message): string[] =>
  line
    .all<Message>('message:new')
    .filter((one) => one.conversation === conversation && one.from !== 'system' && one.number >= number)
    .map(({ text }) => text);

test('who writes a line has it as an answer, once, and all who did not write it are told', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'writes-in-two-tabs' });
  const tab = await Consumer.join(house, ada.page, ada.session, ORIGIN);
  const first = await ada.say('Hello');
  const { conversation } = first;
  await tab.line.hears<Message>('message:new', ({ text }) => text === 'Hello');
  await watch(mara, conversation);
  const mine = await ada.say('from the one tab', conversation);
  expect(await tab.line.hears<Message>('message:new', ({ id }) => id === mine.id)).toEqual(mine);
  expect(await mara.hears<Message>('message:new', ({ id }) => id === mine.id)).toEqual(mine);
  const theirs = await tab.say('from the other', conversation);
  expect(await ada.line.hears<Message>('message:new', ({ id }) => id === theirs.id)).toEqual(theirs);
  expect(textsFrom(ada.line, mine)).toEqual(['from the other']);
  expect(textsFrom(tab.line, mine)).toEqual(['from the one tab']);
  tab.close();
  ada.close();
});
