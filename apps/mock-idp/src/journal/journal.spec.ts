import { expect, test } from 'vitest';
import type { Happened } from './compose.js';
import { capacity, Journal } from './journal.js';

const happened = (more: Partial<Happened> = {}): Happened => ({
  issuer: 'google',
  request: { method: 'GET', url: '/google/x', headers: {}, body: Buffer.alloc(0) },
  notes: { endpoint: 'other' },
  person: undefined,
  at: new Date('2030-01-01T00:00:00Z'),
  wall: new Date(),
  durationMs: 1,
  honest: { status: 200, headers: {}, body: Buffer.alloc(0) },
  ...more,
});

const answer = (text: string, type = 'application/json') => ({
  status: 200,
  headers: { 'content-type': type },
  body: Buffer.from(text),
});

const written = (more: Partial<Happened>) => {
  const journal = new Journal();
  journal.write(happened(more));
  return JSON.stringify(journal.entries());
};

const token = 'abcdefghijklmnopqrstuvwxyz0123456789';
const jwt = `eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.${token}`;

test('the last five hundred are kept, the oldest go first', () => {
  const journal = new Journal();
  for (let index = 0; index < capacity.entries + 20; index += 1) journal.write(happened());
  const ids = journal.entries().map(({ id }) => id);
  expect([ids.length, ids[0], ids.at(-1)]).toEqual([500, 21, 520]);
});

test('large bodies are cut, and the whole stays within its bounds', () => {
  const journal = new Journal();
  const words = 'word '.repeat(100_000);
  for (let index = 0; index < 500; index += 1)
    journal.write(happened({ honest: answer(words, 'text/plain') }));
  const entries = journal.entries();
  expect(entries.at(-1)?.answer.body?.length).toBeLessThan(4200);
  expect(JSON.stringify(entries).length).toBeLessThan(capacity.characters + 1000);
});

test('a form body, a query, and JSON in camel case are struck by their names', () => {
  const form = {
    method: 'POST',
    url: `/google/token?id_token_hint=${token}1&x=1`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.from(`client_secret=${token}2&code_verifier=${token}3&scope=openid`),
  };
  const text = written({ request: form, honest: answer(`{"deep":[{"accessToken":"${token}4"}]}`) });
  expect(text).toContain('"scope":"openid"');
  expect(text).not.toContain(token);
});

test('what is half a body, no JSON or another content type gives away no token either', () => {
  const honest = answer(`{"access_token":"${token}","id_token":"${jwt}"}`);
  const half = honest.body.toString().slice(0, -20);
  for (const sent of [
    answer(half),
    answer(honest.body.toString(), 'text/plain'),
    answer(`<p>${token}</p>`, 'text/html'),
    answer(`token was ${token}`, 'text/plain'),
    answer(`{"access_token":"${token}"} `.repeat(30_000), 'application/json'),
  ])
    expect(written({ honest, sent, faults: ['bent'] })).not.toMatch(/abcdefghijkl|eyJ/);
});

test('a secret that a page repeats, or an address carries in its fragment, is struck', () => {
  const page = `<title>Back</title><form><input type="hidden" name="code" value="${token}"><input type="hidden" name="state" value="s"></form>`;
  const text = written({ honest: answer(page, 'text/html') });
  expect(text).toContain('Page: Back');
  expect(text).toContain('state=s');
  expect(text).not.toContain(token);
  const location = `https://shop.example/cb#id_token=${jwt}&state=s`;
  const sent = written({ honest: { status: 303, headers: { location }, body: Buffer.alloc(0) } });
  expect(sent).not.toContain('eyJ');
  expect(sent).toContain('"claims":{"sub":"1"}');
});

test('what turns out to be a secret at the end is struck at the beginning', () => {
  const request = { method: 'GET', url: `/google/x?echo=${token}`, headers: {}, body: Buffer.alloc(0) };
  expect(written({ request, honest: answer(`{"code":"${token}"}`) })).not.toContain(token);
});

test('a plain challenge is the verifier, and is struck; a hashed one is not', () => {
  const url = (method: string) => `/x?code_challenge=${token}&code_challenge_method=${method}`;
  const request = (method: string) => ({
    method: 'GET',
    url: url(method),
    headers: {},
    body: Buffer.alloc(0),
  });
  expect(written({ request: request('plain') })).not.toContain(token);
  expect(written({ request: request('S256') })).toContain(token);
});

test('credentials name the client and not the secret; cookies keep their names', () => {
  const headers = {
    authorization: `Basic ${Buffer.from(`shop:${token}`).toString('base64')}`,
    cookie: `a=${token}; b=2`,
  };
  const honest = {
    status: 200,
    headers: { 'set-cookie': [`c=${token}; path=/x; httponly`] },
    body: Buffer.alloc(0),
  };
  const request = { method: 'GET', url: '/x', headers, body: Buffer.alloc(0) };
  const text = written({ request, honest });
  expect(text).not.toContain(token);
  expect(text).toMatch(/Basic shop:‹36 chars #\w{8}›/);
  expect(text).toMatch(/a=‹36 chars #\w{8}›; b=‹1 chars/);
  expect(text).toMatch(/c=‹36 chars #\w{8}›; path=\/x; httponly/);
});

test('a journal does not tell another the fingerprints of its secrets', () => {
  const honest = answer(`{"code":"${token}"}`);
  expect(written({ honest })).not.toBe(written({ honest }));
});
