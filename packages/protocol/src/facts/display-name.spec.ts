import type { Fact } from '@countersign/claims';
import { expect, test } from 'vitest';
import { displayNameOf } from './display-name.js';

const fact = (name: string, value: string, sealed = true): Fact => ({
  name,
  value,
  sealed,
  provenance: { source: 'id_token', at: '2026-11-23T12:00:00.000Z' },
});

test('a name is what somebody is called, before the halves of one', () => {
  expect(displayNameOf([fact('given_name', 'A.'), fact('name', 'Ada Larch', false)])).toEqual({
    text: 'Ada Larch',
    sealed: false,
  });
});

test('two halves make a name, sealed where both are', () => {
  const halves = [fact('family_name', 'Larch'), fact('given_name', 'Ada')];
  expect(displayNameOf(halves)).toEqual({ text: 'Ada Larch', sealed: true });
  expect(displayNameOf([fact('family_name', 'Larch', false), fact('given_name', 'Ada')])?.sealed).toBe(false);
});

test('nobody is called nothing', () => {
  expect(displayNameOf([])).toBeUndefined();
  expect(displayNameOf([fact('name', '  ')])).toBeUndefined();
});
