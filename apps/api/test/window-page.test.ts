import { embedView } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Answer } from './house/answer.js';
import { type House, openHouse } from './house/house.js';
import { said } from './house/window.js';
import { Windowed } from './house/windowed.js';

let house: House;
let windowed: Windowed;

beforeAll(async () => {
  house = await openHouse();
  windowed = await Windowed.open(house);
});
afterAll(async () => {
  await windowed.close();
  await house.close();
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${house.url}${path}`, { headers });
const pages = () => [
  '/window/larkspur?connection=own',
  '/window/larkspur?connection=nothing',
  new URL(windowed.callback('fragment')).pathname,
  `${new URL(windowed.callback('own')).pathname}?state=x&error=server_error`,
];

test('no page of a window is kept, framed, told of, or made of anything foreign or inline', async () => {
  for (const path of pages()) {
    const response = await get(path);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy, path).toContain(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ws://",
    );
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    const headers = Object.fromEntries(response.headers);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    });
    const page = await response.text();
    const addresses = [...page.matchAll(/(?:src|href|action)="([^"]*)"/g)].map(([, address = '']) => address);
    for (const address of addresses) expect(address, path).toMatch(/^\/(widget|window)\//);
    expect(page).not.toMatch(/<script>|<style>|style="|onclick/);
  }
});

test('the window’s files never change, and the page names the digest of each', async () => {
  const page = await (await get('/window/larkspur?connection=own')).text();
  const files = [...page.matchAll(/="(\/widget\/[^"]+)" integrity="(sha384-[^"]+)"/g)];
  expect(files).toHaveLength(2);
  for (const [, address = '', integrity = ''] of files) {
    const file = await get(address);
    expect(file.headers.get('cache-control')).toContain('immutable');
    expect(file.headers.get('content-type')).toMatch(address.endsWith('.css') ? /^text\/css/ : /javascript/);
    const digest = await crypto.subtle.digest('SHA-384', await file.arrayBuffer());
    expect(integrity).toBe(`sha384-${Buffer.from(digest).toString('base64')}`);
  }
});

test('a window in a frame is refused, in words, before it shows a chat', async () => {
  for (const place of ['iframe', 'frame', 'embed', 'object']) {
    const response = await get('/window/larkspur?connection=own', { 'sec-fetch-dest': place });
    expect(response.status).toBe(403);
    expect((await said(response)).title).toBe('The chat does not open inside another page');
  }
});

test.each([
  ['/window/nobody?connection=own', 404, 'There is no such brand'],
  ['/window/larkspur?connection=nobody', 404, 'The brand has no such connection'],
  ['/window/larkspur', 400, 'The request is not of the form this route expects'],
  ['/window/%3Cscript%3E?connection=own', 400, 'The request is not of the form this route expects'],
])('%s is answered with a sentence', async (path, status, title) => {
  const response = await get(path);
  expect(response.status).toBe(status);
  expect((await said(response)).title).toBe(title);
});

test('the window reads its connection from its own page, and leaves for a provider only from a click', async () => {
  const path = '/v1/embed/larkspur?connection=own';
  const view = (await Answer.of(await get(path, { 'sec-fetch-site': 'same-origin' }))).as(embedView);
  expect(view.connection).toMatchObject({ window: true, interactive: true });
  expect((await Answer.of(await get(path))).problem().code).toBe('origin_not_allowed');
});

test('the operator is told each connection’s callback, to register at the provider', () => {
  const { connections } = windowed.larkspur.view;
  for (const { id, windowCallback } of connections)
    expect(windowCallback).toBe(`${house.url}/window/callback/${id}`);
  expect(new Set(connections.map(({ windowCallback }) => windowCallback)).size).toBe(connections.length);
});
