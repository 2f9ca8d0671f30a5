import { expect, test } from 'vitest';
import { withParts } from './marked.js';

const text =
  'Before.\n<!-- bench: one -->\nold\n<!-- /bench: one -->\nAfter.\n<!-- bench: two -->\n<!-- /bench: two -->\n';

test('a part is put where it is marked, and what stands around it stays', () => {
  expect(withParts(text, { one: '| new $1 |' })).toBe(text.replace('old', () => '| new $1 |'));
});

test('a place that was empty is filled, and a part without a place is left out', () => {
  expect(withParts(text, { two: 'there', three: 'nowhere' })).toContain(
    '<!-- bench: two -->\nthere\n<!-- /bench: two -->',
  );
});

test('done twice it is done once', () => {
  const once = withParts(text, { one: 'new', two: 'there' });
  expect(withParts(once, { one: 'new', two: 'there' })).toBe(once);
});
