import { routes } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Answer } from './house/answer.js';
import { type House, openHouse, WORKSPACE } from './house/house.js';
import { implicit, makeLarkspur, ORIGIN } from './house/larkspur.js';
import type { Page } from './house/page.js';

let house: House;
let page: Page;

beforeAll(async () => {
  house = await openHouse();
  page = await (await makeLarkspur(house, [implicit('site')])).page();
});
afterAll(() => house.close());

const get = (path: string) => fetch(`${house.url}${path}`);
const post = async (body: string | Uint8Array<ArrayBuffer>, contentType = 'application/json') =>
  Answer.of(
    await fetch(`${house.url}/v1/sessions`, {
      method: 'POST',
      headers: {
        origin: ORIGIN,
        'content-type': contentType,
        dpop: await page.possession('POST', '/v1/sessions'),
      },
      body,
    }),
  );

test('the service says that it lives and that it is ready', async () => {
  expect(await (await get('/health/live')).json()).toEqual({ status: 'live' });
  expect(await (await get('/health/ready')).json()).toMatchObject({ status: 'ready' });
});

test('an address with nothing behind it is route_not_found', async () => {
  const answer = await Answer.of(await get('/v1/nothing'));
  expect(answer.problem()).toMatchObject({ code: 'route_not_found', status: 404 });
});

test.each([
  ['a request of 100 kB', 100_000],
  ['a request of 5 MB', 5_000_000],
])('%s is request_too_large, and the service goes on', async (_, size) => {
  const answer = await post(JSON.stringify({ kind: 'anonymous', padding: 'x'.repeat(size) }));
  expect(answer.problem()).toMatchObject({ code: 'request_too_large', status: 413 });
  expect((await page.tryAnonymous('site')).status).toBe(200);
});

test.each([
  ['half a JSON', '{"kind": "anony'],
  ['a JSON text that is no object', '"anonymous"'],
  ['nothing', ''],
  ['a list', '[]'],
  ['a kind that does not exist', '{"kind":"magic"}'],
  ['a member that does not exist', '{"kind":"resume","brand":"larkspur","signedInAs":null,"admin":true}'],
  ['a brand that is no name', '{"kind":"resume","brand":"../etc","signedInAs":null}'],
  ['a prototype', '{"__proto__":{"kind":"resume"},"kind":"anonymous","brand":"larkspur"}'],
])('%s as a body is request_malformed', async (_, body) => {
  expect((await post(body)).problem()).toMatchObject({ code: 'request_malformed', status: 400 });
});

test('a body that says it is something else is request_malformed', async () => {
  expect((await post('kind=anonymous', 'application/x-www-form-urlencoded')).problem().code).toBe(
    'request_malformed',
  );
});

test('a body in a broken encoding is a problem, and no crash', async () => {
  const answer = await post(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]));
  expect(answer.problem().code).toBe('request_malformed');
});

test('a malformed request is told member by member', async () => {
  const problem = (await post('{"kind":"anonymous","brand":"larkspur","connection":7}')).problem();
  expect(problem.errors).toEqual([{ path: 'connection', message: expect.any(String) }]);
});

test('every answer forbids sniffing, framing and referrers, and names no server', async () => {
  const { headers } = await get('/health/live');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-powered-by')).toBeNull();
});

test('a session’s answer is kept by no cache', async () => {
  expect((await page.tryAnonymous('site')).headers.get('cache-control')).toBe('no-store');
  expect((await page.tryAnonymous('nothing')).headers.get('cache-control')).toBe('no-store');
});

type Layer = { route?: { path: string; methods: Record<string, boolean> } };

test('the service answers every route of the contract, and below /v1 no other', () => {
  const { router } = house.app.getHttpAdapter().getInstance();
  // The types of Express leave out the methods.
  const layers = router.stack as unknown as Layer[];
  const answered = layers.flatMap(({ route }) =>
    Object.keys(route?.methods ?? {}).map(
      (method) => `${method.toUpperCase()} ${route?.path.replaceAll(/:(\w+)/g, '{$1}')}`,
    ),
  );
  const promised = Object.values(routes).map(({ method, path }) => `${method} ${path}`);
  expect(answered.filter((one) => / \/(v1|window|files)\//.test(one)).sort()).toEqual(promised.sort());
});

test('the OpenAPI document names every route of the contract', async () => {
  const document = (await (await get('/docs/openapi.json')).json()) as {
    openapi: string;
    paths: Record<string, Record<string, unknown>>;
  };
  expect(document.openapi).toBe('3.1.0');
  for (const { path, method } of Object.values(routes))
    expect(document.paths[path]?.[method.toLowerCase()], `${method} ${path}`).toBeDefined();
});

test('the OpenAPI document names what belongs into a query', async () => {
  const document = (await (await get('/docs/openapi.json')).json()) as {
    paths: Record<string, { get?: { parameters: { name: string; in: string; required: boolean }[] } }>;
  };
  const parameters = document.paths['/v1/embed/{brand}']?.get?.parameters;
  expect(parameters?.map(({ name, in: place, required }) => [name, place, required])).toEqual([
    ['brand', 'path', true],
    ['connection', 'query', true],
  ]);
});

test('the page of the reference loads from this service and from nowhere else', async () => {
  const response = await get('/docs');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
  const html = await response.text();
  const sources = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source ?? '');
  expect(sources.length).toBeGreaterThan(2);
  for (const source of sources) {
    expect(source).toMatch(/^\/docs\//);
    expect((await get(source)).status, source).toBe(200);
  }
});

test('the reference serves its own files and no others', async () => {
  for (const path of ['/docs/package.json', '/docs/..%2f..%2fpackage.json', '/docs/index.html'])
    expect((await get(path)).status, path).toBe(404);
});

test('every route of the contract is open to its caller only', async () => {
  const unlocked: string[] = [];
  for (const { path, method, caller } of Object.values(routes)) {
    if (caller === 'anyone' || caller === 'page') continue;
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) =>
      name === 'attempt' || name === 'conversation' || name === 'agent'
        ? '01a2072a-13b2-7772-9c79-16196fc7e418'
        : 'site',
    );
    const headers: Record<string, string> =
      caller === 'brand' || caller === 'operator' ? {} : { origin: WORKSPACE };
    const response = await fetch(`${house.url}${address}`, { method, headers });
    if (response.status !== 401) unlocked.push(`${method} ${path} ${response.status}`);
  }
  expect(unlocked).toEqual([]);
});
