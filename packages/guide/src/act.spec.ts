import { expect, test } from 'vitest';
import { actOf } from './act.js';

test('an act is taken as it was sent, and nothing beside it', () => {
  expect(actOf({ kind: 'type', on: { testid: 'composer' }, text: 'Hello', more: 1 })).toEqual({
    kind: 'type',
    on: { testid: 'composer' },
    text: 'Hello',
  });
  expect(actOf({ kind: 'click', on: { testid: 'queue-row', text: 'Ada' } })).toEqual({
    kind: 'click',
    on: { testid: 'queue-row', text: 'Ada' },
  });
  expect(actOf({ kind: 'point', on: { testid: 'queue-row', state: 'waiting', pick: 'first' } })).toEqual({
    kind: 'point',
    on: { testid: 'queue-row', state: 'waiting', pick: 'first' },
  });
});

test.each([
  undefined,
  null,
  'click',
  { kind: 'click' },
  { kind: 'click', on: { testid: 7 } },
  { kind: 'click', on: { testid: 'queue-row', state: 7 } },
  { kind: 'click', on: { testid: 'queue-row', pick: 'any' } },
  { kind: 'type', on: { testid: 'composer' } },
  { kind: 'run', on: { testid: 'composer' }, text: 'alert(1)' },
  { kind: 'type', on: { testid: 'composer' }, text: 'x'.repeat(2_001) },
])('what is no act is not taken: %j', (value) => expect(actOf(value)).toBeUndefined());
