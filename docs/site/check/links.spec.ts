import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkLinks } from './links.ts';

let site = '';
afterEach(() => rmSync(site, { recursive: true, force: true }));

function siteOf(files: Readonly<Record<string, string>>): string {
  site = mkdtempSync(join(tmpdir(), 'countersign-site-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(site, name)), { recursive: true });
    writeFileSync(join(site, name), text);
  }
  return site;
}

const about = '<h2 id="why-so">Why so</h2>';

test('links to pages, headings and pictures of the site hold, and those to elsewhere are the reader’s', () => {
  const home =
    '<a href="/about/#why-so">a</a><a href="about/">b</a><img src="/a.png"><a href="https://example.com/x">c</a>';
  const files = { 'index.html': home, 'about/index.html': about, 'a.png': '' };
  expect(checkLinks(siteOf(files))).toEqual({ pages: 2, links: 4, dead: [] });
});

test.each([
  ['a page that is not there', '<a href="/gone/">a</a>', 'index.html: /gone/ leads nowhere'],
  [
    'a heading that is not there',
    '<a href="/about/#how">a</a>',
    'index.html: /about/#how has no heading #how',
  ],
  ['a heading of its own that is not there', '<a href="#top">a</a>', 'index.html: #top has no heading #top'],
  ['a picture that is not there', '<img src="/a.png">', 'index.html: /a.png leads nowhere'],
  [
    'a font of somebody else',
    '<link rel="stylesheet" href="https://fonts.example/a.css">',
    'index.html: https://fonts.example/a.css is fetched from elsewhere',
  ],
])('%s is found', (_, html, told) => {
  expect(checkLinks(siteOf({ 'index.html': html, 'about/index.html': about })).dead).toEqual([told]);
});
