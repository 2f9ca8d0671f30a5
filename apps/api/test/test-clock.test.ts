import { routes, testClockRoutes, testClockView } from '@countersign/contracts';
import { freePort } from '@countersign/ports';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Answer } from './house/answer.js';
import { environment, type House, OPERATOR_KEY, openHouse } from './house/house.js';
import { ApiProcess } from './house/process.js';

let house: House;

beforeAll(async () => {
  house = await openHouse({ COUNTERSIGN_TEST_CLOCK: '1' });
});
afterAll(() => house.close());
afterEach(() => call('PUT', { reset: true }));

const call = async (
  method: 'GET' | 'PUT',
  body?: unknown,
  { key = OPERATOR_KEY, url = house.url } = {},
): Promise<Answer> =>
  Answer.of(
    await fetch(`${url}/v1/operator/test-clock`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );

test.each([
  ['by itself', {}],
  ['as a demo', { COUNTERSIGN_DEMO: '1' }],
])('production does not start with the test clock, %s', async (_, settings) => {
  const port = await freePort();
  const given = { ...environment(port, house.databaseUrl), NODE_ENV: 'production', ...settings };
  const process = ApiProcess.start({ ...given, COUNTERSIGN_TEST_CLOCK: '1' });
  expect(await process.exit).toBe(1);
  expect(process.output).toContain('COUNTERSIGN_TEST_CLOCK');
});

test('the test clock is moved, frozen and put back by the operator', async () => {
  const moved = (await call('PUT', { advanceSeconds: 7_200 })).as(testClockView);
  expect(moved).toMatchObject({ aheadSeconds: 7_200, frozen: false });
  const frozen = (await call('PUT', { now: '2030-01-01T12:00:00+01:00', frozen: true })).as(testClockView);
  expect(frozen).toMatchObject({ now: '2030-01-01T11:00:00.000Z', frozen: true });
  expect((await call('GET')).as(testClockView)).toEqual({ ...frozen, aheadSeconds: expect.any(Number) });
  expect((await call('PUT', { reset: true })).as(testClockView)).toMatchObject({
    aheadSeconds: 0,
    frozen: false,
  });
});

test('nobody but the operator reads or moves the test clock', async () => {
  for (const method of ['GET', 'PUT'] as const) {
    const body = method === 'PUT' ? { advanceSeconds: 1 } : undefined;
    expect((await call(method, body, { key: 'another-key-of-enough-letters' })).problem().status).toBe(401);
  }
});

test.each([
  ['nothing', {}],
  ['a time that is none', { now: 'tomorrow' }],
  ['a member that does not exist', { seconds: 5 }],
  ['eleven years', { advanceSeconds: 347_000_000 }],
  ['a reset that is not meant', { reset: false }],
])('%s does not move the test clock', async (_, body) => {
  expect((await call('PUT', body)).problem()).toMatchObject({ code: 'request_malformed', status: 400 });
  expect((await call('GET')).as(testClockView).aheadSeconds).toBe(0);
});

test('the OpenAPI document names the test clock where it is loaded', async () => {
  const document = (await (await fetch(`${house.url}/docs/openapi.json`)).json()) as {
    paths: Record<string, Record<string, unknown>>;
  };
  for (const { path, method } of Object.values({ ...routes, ...testClockRoutes }))
    expect(document.paths[path]?.[method.toLowerCase()], `${method} ${path}`).toBeDefined();
});

test('without it there is no test clock, neither to call nor in the OpenAPI document', async () => {
  const usual = await openHouse();
  try {
    for (const method of ['GET', 'PUT'] as const)
      expect((await call(method, method === 'PUT' ? { reset: true } : undefined, usual)).problem().code).toBe(
        'route_not_found',
      );
    expect(await (await fetch(`${usual.url}/docs/openapi.json`)).text()).not.toContain('test-clock');
  } finally {
    await usual.close();
  }
});
