import { expect, test } from 'vitest';
import type { Answer } from '../http/index.js';
import { idTokenIn, withIdToken } from './id-token.js';
import { returnIn } from './return.js';

const issuer = 'http://localhost:4000/google';
const token = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';

const to = (location: string): Answer => ({ status: 303, headers: { location }, body: Buffer.alloc(0) });
const shown = (html: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from(html),
});

test('what comes back in a query is read and written in its order', () => {
  const found = returnIn(to('http://shop.example/back?kept=1&state=a%20b&code=4%2F0A'), issuer);
  expect(found?.entries).toEqual([
    ['kept', '1'],
    ['state', 'a b'],
    ['code', '4/0A'],
  ]);
  const changed = found?.with([['code', '4/0B']]);
  expect(changed?.headers['location']).toBe('http://shop.example/back?code=4%2F0B');
});

test('what comes back in a fragment stays in a fragment', () => {
  const answer = to(`http://shop.example/back?page=1#state=s&id_token=${token}`);
  expect(idTokenIn(answer)).toBe(token);
  expect(withIdToken(answer, token, 'a.b.').headers['location']).toBe(
    'http://shop.example/back?page=1#state=s&id_token=a.b.',
  );
  const changed = returnIn(answer, issuer)?.with([['state', 'other']]);
  expect(changed?.headers['location']).toBe('http://shop.example/back?page=1#state=other');
});

test('what comes back in a form is written into the form', () => {
  const form = `<form action="http://shop.example/back"><input type="hidden" name="state" value="a&amp;b">
<input type="hidden" name="id_token" value="${token}"></form>`;
  expect(idTokenIn(shown(form))).toBe(token);
  const found = returnIn(shown(form), issuer);
  expect(found?.entries[0]).toEqual(['state', 'a&b']);
  const changed = found?.with([['state', '"c"']]).body.toString();
  expect(changed).toContain('<input type="hidden" name="state" value="&quot;c&quot;">');
  expect(changed).not.toContain('id_token');
});

test('a step within the provider, an error and a page are no good news', () => {
  expect(returnIn(to(`${issuer}/interaction/x?code=1`), issuer)).toBeUndefined();
  expect(returnIn(to('/google/interaction/x'), issuer)).toBeUndefined();
  expect(returnIn(to('http://shop.example/back?error=access_denied'), issuer)).toBeUndefined();
  expect(returnIn(shown('<h1>Choose an account</h1>'), issuer)).toBeUndefined();
});
