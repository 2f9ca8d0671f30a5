import { expect, test } from 'vitest';
import { redacted } from './redacted.js';

test.each([
  ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw is mine', '••• is mine'],
  ['{"token":"eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl"}', '{"token":"•••"}'],
  ['Authorization: Bearer abc.def', 'Authorization: •••'],
  ['key=0123456789abcdef0123456789abcdef', 'key=•••'],
  ['told ada.osei@example.com', 'told •••'],
])('of an answer that says %j is kept %j', (answer, kept) => expect(redacted(answer)).toBe(kept));

test('what people need to find the error stays: words, JSON and ids', () => {
  const answer =
    '{"error":"No such order","request":"019ac1f2-7b1e-7c30-9d55-aa10be0f5d3e"}\n<h1>502 Bad Gateway</h1>';
  expect(redacted(answer)).toBe(answer);
});

test('no control character and no change of direction of an answer is kept, and no more than a kilobyte', () => {
  expect(redacted('a\u0000b\u202ec\u0007')).toBe('abc');
  expect(redacted('word '.repeat(900))).toHaveLength(1_024);
});
