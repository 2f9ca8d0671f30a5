import { expect, it } from 'vitest';
import { problemText, safePath } from './attempt';

it.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/a b', '', null])(
  'after the login nobody is sent to %s',
  (to) => expect(safePath(to, '/account')).toBe('/account'),
);

it('after the login a path of the site is kept', () => {
  expect(safePath('/billing?from=chat', '/account')).toBe('/billing?from=chat');
});

it('only known problems have words', () => {
  expect(problemText('cancelled')).toContain('cancelled');
  expect(problemText('toString')).toBeUndefined();
  expect(problemText(['cancelled'])).toBeUndefined();
});
