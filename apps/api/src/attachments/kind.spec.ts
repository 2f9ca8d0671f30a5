import { expect, test } from 'vitest';
import { kindOf } from './kind.js';

const of = (text: string) => kindOf(Buffer.from(text.padEnd(32, '\0'), 'latin1'))?.keptAs;

test.each([
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['\xff\xd8\xff\xe0', 'image/jpeg'],
  ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
  ['GIF89a', 'image/gif'],
  ['\0\0\0\x1cftypavif', 'image/webp'],
  ['%PDF-1.7\n', 'application/pdf'],
])('a file is known by its first bytes: %j', (head, type) => {
  expect(of(head)).toBe(type);
});

test.each([
  ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['a page', '<!doctype html><script>alert(1)</script>'],
  ['a page before a PDF', '<script>alert(1)</script>%PDF-1.7'],
  ['an archive', 'PK\x03\x04'],
  ['a program', '\x7fELF'],
  ['a sound', 'RIFF\0\0\0\0WAVEfmt '],
  ['a picture of a phone no browser shows', '\0\0\0\x18ftypheic'],
  ['nothing', ''],
])('%s is of no kind that can be sent', (_what, head) => {
  expect(of(head)).toBeUndefined();
});
