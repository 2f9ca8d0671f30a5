import { expect, test } from 'vitest';
import { wishOf } from './keys';

const press = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });
/** An element that stands inside of whatever matches one of these parts. */
const inside = (...parts: readonly string[]) =>
  ({ closest: (selector: string) => (parts.some((part) => selector.includes(part)) ? {} : null) }) as Element;
const nowhere = inside();

test('keys move, take and help', () => {
  expect(wishOf(press('j'), null)).toBe('next');
  expect(wishOf(press('t'), nowhere)).toBe('take');
  expect(wishOf(press('?'), nowhere)).toBe('help');
});

test('a letter in a text field is a letter', () => {
  expect(wishOf(press('t'), inside('textarea'))).toBeUndefined();
});

test('a key belongs to an open dialog or menu', () => {
  expect(wishOf(press('j'), inside('[role=dialog]'))).toBeUndefined();
  expect(wishOf(press('t'), inside('[role=menu]'))).toBeUndefined();
});

test('arrows move along rows only', () => {
  expect(wishOf(press('ArrowDown'), nowhere)).toBeUndefined();
  expect(wishOf(press('ArrowDown'), inside('data-row'))).toBe('next');
});

test('shortcuts of the browser stay its own', () => {
  expect(wishOf(press('r', { ctrlKey: true }), nowhere)).toBeUndefined();
  expect(wishOf(press('t', { metaKey: true }), nowhere)).toBeUndefined();
});

test('whoever switched letters off keeps the arrows', () => {
  const row = { closest: (what: string) => (what === '[data-row]' ? {} : null) } as unknown as Element;
  const pressed = (key: string) => wishOf({ key, ctrlKey: false, metaKey: false, altKey: false }, row, false);
  expect(pressed('t')).toBeUndefined();
  expect(pressed('?')).toBeUndefined();
  expect(pressed('ArrowDown')).toBe('next');
});
