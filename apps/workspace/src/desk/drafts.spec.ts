import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { drafts } from './drafts';

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
    clear: () => kept.clear(),
  });
});
afterEach(() => vi.unstubAllGlobals());

test('each conversation keeps its draft, and a note one of its own beside the answer', () => {
  drafts.keep('one', 'Hello Ada');
  drafts.keep('two', 'Hello Ben');
  drafts.keep('note:one', 'Ask Theo');
  expect(['one', 'two', 'note:one', 'three'].map(drafts.read)).toEqual([
    'Hello Ada',
    'Hello Ben',
    'Ask Theo',
    '',
  ]);
  drafts.keep('one', '');
  expect(drafts.read('one')).toBe('');
  expect(drafts.read('two')).toBe('Hello Ben');
});

test('whoever signs out leaves no draft behind', () => {
  drafts.keep('one', 'Hello Ada');
  drafts.keep('note:one', 'Ask Theo');
  drafts.forgetAll();
  expect([...kept.keys()]).toEqual([]);
});

test('without a storage nothing is kept, and nothing fails', () => {
  vi.stubGlobal('sessionStorage', undefined);
  drafts.keep('one', 'Hello');
  expect(drafts.read('one')).toBe('');
  drafts.forgetAll();
});
