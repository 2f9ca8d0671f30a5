import { expect, test } from 'vitest';
import { piecesOf } from './links.js';

const links = (text: string) => piecesOf(text).filter((piece) => typeof piece !== 'string');
const whole = (text: string) =>
  piecesOf(text)
    .map((piece) => (typeof piece === 'string' ? piece : piece.text))
    .join('');

test('an address in a sentence is a link, and the sentence stays as it was', () => {
  const text = 'See https://larkspur.example/plans?size=40 (or http://larkspur.example/a_(b)), thanks.';
  expect(links(text).map(({ href }) => href)).toEqual([
    'https://larkspur.example/plans?size=40',
    'http://larkspur.example/a_(b)',
  ]);
  expect(whole(text)).toBe(text);
});

test.each([
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'www.larkspur.example',
  'ftp://larkspur.example/file',
  'https://',
  'https://larkspur.example@evil.example/',
  'https://user:word@evil.example/',
  'https://larkspur.example/\u202egpj.exe',
  'https://lark\u200bspur.example/',
  'https://[not-an-address/',
])('%j is no link', (text) => {
  expect(links(text)).toEqual([]);
  expect(whole(text)).toBe(text);
});

test('where an address leads elsewhere than it reads, it says where', () => {
  expect(links('https://lаrkspur.example/')).toMatchObject([{ host: 'xn--lrkspur-2fg.example' }]);
  expect(links('https://LARKSPUR.example/')).toMatchObject([{ host: null }]);
  expect(links('https://2130706433/')).toMatchObject([{ host: '127.0.0.1' }]);
});
