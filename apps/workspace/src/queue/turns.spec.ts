import { expect, test } from 'vitest';
import { createTurns } from './turns';

/** Frames that pass when they are told to. */
function frames() {
  const asked: (() => void)[] = [];
  return {
    asked,
    next: (run: () => void) => void asked.push(run),
    pass: () => asked.shift()?.(),
  };
}

test('so many have their turn in a frame, in the order they came', () => {
  const { next, pass, asked } = frames();
  const { waitFor } = createTurns(2, next);
  const had: string[] = [];
  for (const name of ['a', 'b', 'c']) waitFor(() => had.push(name));
  expect(had).toEqual([]);
  pass();
  expect(had).toEqual(['a', 'b']);
  pass();
  expect(had).toEqual(['a', 'b', 'c']);
  expect(asked).toEqual([]);
});

test('who has left takes nobody’s place', () => {
  const { next, pass } = frames();
  const { waitFor } = createTurns(1, next);
  const had: string[] = [];
  const leave = waitFor(() => had.push('a'));
  waitFor(() => had.push('b'));
  leave();
  pass();
  expect(had).toEqual(['b']);
});

test('when all have left, the next to come waits for one frame and no more', () => {
  const { next, pass, asked } = frames();
  const { waitFor } = createTurns(1, next);
  const had: string[] = [];
  waitFor(() => had.push('a'))();
  waitFor(() => had.push('b'));
  expect(asked).toHaveLength(1);
  pass();
  expect(had).toEqual(['b']);
  expect(asked).toEqual([]);
});
