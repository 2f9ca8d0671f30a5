import { expect, test } from 'vitest';
import { readTold, written } from './told.js';

const brandId = '01890000-0000-7000-8000-00000000000a';
const conversationId = '01890000-0000-7000-8000-00000000000c';

test('only what is named travels: a name that is at hand stays here', () => {
  const happening = { brandId, conversationId, on: true, agentId: null, by: 'Ada Osei' };
  const told = written({ name: 'typing.changed', happening });
  expect(told).toEqual(['typing.changed', { brandId, conversationId, on: true, agentId: null }]);
});

test('a line itself does not travel, nor what the database tells', () => {
  expect(written({ name: 'line.stored', happening: { brandId, message: {} as never } })).toBeUndefined();
  expect(
    written({ name: 'session.over', happening: { brandId, sessionId: conversationId } }),
  ).toBeUndefined();
});

test('what is told is read as it was written; what nobody here knows is left out', () => {
  const place = { brandId, conversationId };
  const text = JSON.stringify([
    ['conversation.changed', place],
    ['something.newer', place],
    ['message.stored', { ...place, number: 'seven' }],
    ['message.stored', { ...place, number: 7 }],
  ]);
  expect(readTold(text)).toEqual([
    { name: 'conversation.changed', happening: place },
    { name: 'message.stored', happening: { ...place, number: 7 } },
  ]);
  expect(readTold('no JSON')).toEqual([]);
});
