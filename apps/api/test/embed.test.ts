import { embedView } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur, ORIGIN } from './house/larkspur.js';
import type { Page } from './house/page.js';

let house: House;
let larkspur: Larkspur;
let page: Page;

beforeAll(async () => {
  house = await openHouse();
  const shops = ['https://*.shop.larkspur.example'];
  const connections = [implicit('site'), implicit('app', { apps: true, origins: [] })];
  larkspur = await makeLarkspur(house, [...connections, implicit('shops', { origins: shops })]);
  page = await larkspur.page();
});
afterAll(() => house.close());

const embed = (from: Page, brand: string, connection: string) =>
  from.call('GET', `/v1/embed/${brand}?connection=${connection}`);

test('a listed page learns the name, the colour and how to ask, and nothing more', async () => {
  const view = (await embed(page, 'larkspur', 'site')).as(embedView);
  expect(view).toEqual({
    brand: {
      slug: 'larkspur',
      name: 'Larkspur Mobile',
      accent: '#3f3fae',
      look: { radius: 16, offset: { side: 20, bottom: 20 }, greeting: {}, scheme: 'auto' },
    },
    connection: {
      key: 'site',
      flow: 'implicit',
      method: 'getChatProof',
      interactive: false,
      window: false,
      stepUp: false,
      refresh: false,
    },
    minimum: 'anonymous',
    onRejected: 'refuse',
    answering: false,
    demo: false,
    now: expect.any(String),
  });
});

test('a page learns the time of the service, whatever its own device says', async () => {
  house.later({ seconds: 90 });
  const { now } = (await embed(page, 'larkspur', 'site')).as(embedView);
  house.resetClock();
  expect(Date.parse(now) - Date.now()).toBeGreaterThan(60_000);
});

test('a brand that does not exist is brand_unknown', async () => {
  expect((await embed(page, 'nobody', 'site')).problem()).toMatchObject({
    code: 'brand_unknown',
    status: 404,
  });
});

test('a connection that does not exist is connection_unknown', async () => {
  expect((await embed(page, 'larkspur', 'nothing')).problem().code).toBe('connection_unknown');
});

test.each([
  'https://www.evil.example',
  'http://www.larkspur.example',
  'https://larkspur.example',
  'https://www.larkspur.example.evil.example',
  'https://www.larkspur.example:8443',
  'null',
])('a page at %s, which is not listed, is origin_not_allowed', async (origin) => {
  const answer = await embed(page.at(origin), 'larkspur', 'site');
  expect(answer.problem()).toMatchObject({ code: 'origin_not_allowed', status: 403 });
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
});

test('a wildcard admits one label and no more', async () => {
  expect((await embed(page.at('https://paris.shop.larkspur.example'), 'larkspur', 'shops')).status).toBe(200);
  expect((await embed(page.at('https://a.b.shop.larkspur.example'), 'larkspur', 'shops')).status).toBe(403);
  expect((await embed(page.at('https://shop.larkspur.example'), 'larkspur', 'shops')).status).toBe(403);
});

test('who sends no Origin gets through only where apps are on', async () => {
  const app = page.at(null);
  expect((await embed(app, 'larkspur', 'app')).status).toBe(200);
  expect((await embed(app, 'larkspur', 'site')).problem().code).toBe('origin_not_allowed');
});

test('CORS answers the one origin that asked, and never with credentials', async () => {
  const { headers } = await embed(page, 'larkspur', 'site');
  expect(headers.get('access-control-allow-origin')).toBe(ORIGIN);
  expect(headers.get('access-control-allow-credentials')).toBeNull();
  expect(headers.get('vary')).toContain('Origin');
});

test('a preflight lets the headers of a possession proof through', async () => {
  const preflight = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'dpop' };
  const response = await fetch(`${house.url}/v1/sessions`, {
    method: 'OPTIONS',
    headers: { origin: ORIGIN, ...preflight },
  });
  expect(response.status).toBe(204);
  expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN);
  expect(response.headers.get('access-control-allow-headers')).toMatch(/authorization.*dpop/);
});

test('a preflight of a stranger gets no permission', async () => {
  const response = await fetch(`${house.url}/v1/sessions`, {
    method: 'OPTIONS',
    headers: { origin: 'https://www.evil.example', 'access-control-request-method': 'POST' },
  });
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
});
