import { expect, test } from 'vitest';
import { wrongWithOrigin } from './page-origin.js';

const wrong = (entry: string) => wrongWithOrigin(entry, { loopback: false });

test.each([
  'https://www.acme.example',
  'https://*.acme.example',
  'https://*.acme.co.uk',
  'https://acme.github.io',
  'https://xn--bcher-kva.example',
  'https://acme.example:8443',
])('%s may stand among the pages', (entry) => expect(wrong(entry)).toBeUndefined());

test.each([
  'https://*.co.uk',
  'https://*.com.au',
  'https://*.github.io',
  'https://*.vercel.app',
  'https://*.co.uk:8443',
])('%s would let in pages of strangers', (entry) =>
  expect(wrong(entry)).toContain('would let in pages of strangers'),
);

test.each([
  ['https://www.acme.example/', 'https://www.acme.example'],
  ['https://www.acme.example/chat?x=1', 'https://www.acme.example'],
  ['https://www.acme.example.', 'https://www.acme.example'],
  ['https://WWW.Acme.example', 'https://www.acme.example'],
  ['https://bücher.example', 'https://xn--bcher-kva.example'],
  ['https://*.bücher.example/', 'https://*.xn--bcher-kva.example'],
  ['https://аcme.example', 'https://xn--cme-5cd.example'],
])('%s is told as browsers send it', (entry, sent) => {
  expect(wrong(entry)).toBe(
    `is not an https origin: a scheme and a host alone, like https://www.example.com. Browsers send this one as ${sent}`,
  );
});

test.each([
  '',
  '*',
  'https://*',
  'null',
  'http://www.acme.example',
  'javascript:alert(1)',
  'https://a b.example',
  'https://*.*.example',
])('%s is told what a page looks like', (entry) =>
  expect(wrong(entry)).toBe(
    'is not an https origin: a scheme and a host alone, like https://www.example.com',
  ),
);

test('a wildcard stands under a name of the brand’s own, and not under one anybody may have a name under', () => {
  expect(wrong('https://*.acme.github.io')).toBeUndefined();
  expect(wrong('https://*.github.io')).toContain('anybody may have a name under github.io');
});

test('a port that browsers leave out would never be found', () => {
  expect(wrong('https://www.acme.example:443')).toContain('names the usual port');
});
