import { problemOf } from '@countersign/contracts';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { acknowledged, troubleIn } from './answer';

const shape = z.strictObject({ number: z.number() });

test('a value of the agreed shape passes', () => {
  expect(acknowledged(shape, { ok: true, value: { number: 3 } })).toEqual({ ok: true, value: { number: 3 } });
});

test('a value of another shape is told, not shown', () => {
  const answer = acknowledged(shape, { ok: true, value: { number: 'three' } });
  expect(answer).toMatchObject({ ok: false, trouble: { code: 'answer_invalid' } });
});

test('a refusal keeps its code and its sentence', () => {
  const answer = acknowledged(shape, { ok: false, problem: problemOf('conversation_taken') });
  expect(answer).toEqual({
    ok: false,
    trouble: { code: 'conversation_taken', title: 'Another agent has this conversation.' },
  });
});

test('a page of a proxy in between is not taken for a problem', () => {
  expect(troubleIn('<html>502</html>')).toMatchObject({ trouble: { code: 'answer_invalid' } });
});
