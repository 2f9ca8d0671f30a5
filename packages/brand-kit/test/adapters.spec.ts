import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, expect, test } from 'vitest';
import { middleware } from '../src/adapters/express.js';
import type { FetchHandler } from '../src/adapters/fetch-handler.js';
import { routes } from '../src/adapters/next.js';

const closing: (() => unknown)[] = [];
afterEach(() => Promise.all(closing.splice(0).map((close) => close())));

/** Tells what reached it. */
const mirror: FetchHandler = async (request) =>
  Response.json(
    {
      method: request.method,
      url: request.url,
      kind: request.headers.get('content-type'),
      cookie: request.headers.get('cookie'),
      body: await request.text(),
    },
    {
      status: 201,
      headers: [
        ['set-cookie', 'a=1'],
        ['set-cookie', 'b=2'],
        ['x-said', 'yes'],
      ],
    },
  );

async function serve(set: (app: express.Express) => void): Promise<string> {
  const app = express();
  set(app);
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  closing.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const json = { 'content-type': 'application/json' };

test('a handler under Express sees the request as the browser sent it, and its answer arrives whole', async () => {
  const at = await serve((app) => app.use('/id', middleware(mirror)));
  const response = await fetch(`${at}/id/deep?x=1&x=2`, {
    method: 'POST',
    headers: { ...form, cookie: 'session=1' },
    body: 'a=1&a=2&b=%C3%A9',
  });
  expect(response.status).toBe(201);
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(await response.json()).toEqual({
    method: 'POST',
    url: `${at}/id/deep?x=1&x=2`,
    kind: 'application/x-www-form-urlencoded',
    cookie: 'session=1',
    body: 'a=1&a=2&b=%C3%A9',
  });
});

test.each([
  ['a form, repeated names too', form, 'a=1&a=2&b=x', express.urlencoded({ extended: false })],
  ['JSON', json, '{"a":[1,{"b":null}]}', express.json()],
  ['text', { 'content-type': 'text/plain' }, 'as it is', express.text()],
  ['bytes', { 'content-type': 'application/octet-stream' }, 'bytes', express.raw()],
])('a parser that stands before a handler takes nothing from it: %s', async (_, headers, body, parser) => {
  const at = await serve((app) => app.use(parser, middleware(mirror)));
  const response = await fetch(at, { method: 'POST', headers, body });
  expect(await response.json()).toMatchObject({ body });
});

test('a body parser of Express 4 that passed the body by leaves it to the handler', async () => {
  const at = await serve((app) =>
    app.use((request, _, next) => {
      request.body = {};
      next();
    }, middleware(mirror)),
  );
  const response = await fetch(at, { method: 'POST', headers: form, body: 'a=1' });
  expect(await response.json()).toMatchObject({ body: 'a=1' });
});

test('behind a trusted proxy the address is the one the browser saw', async () => {
  const at = await serve((app) => app.set('trust proxy', true).use(middleware(mirror)));
  const response = await fetch(at, { headers: { 'x-forwarded-proto': 'https' } });
  expect(((await response.json()) as { url: string }).url).toMatch(/^https:/);
});

test('a body that no handler takes is refused before it is read to its end', async () => {
  const at = await serve((app) => app.use(middleware(mirror)));
  const response = await fetch(at, { method: 'POST', headers: form, body: 'a'.repeat(70_000) });
  expect(response.status).toBe(413);
});

test('what a handler throws goes to the error handling of Express', async () => {
  const at = await serve((app) => {
    app.use(middleware(async () => Promise.reject(new Error('secret'))));
    app.use(((_error, _request, response, _next) => {
      response.status(503).send('handled');
    }) satisfies express.ErrorRequestHandler);
  });
  const response = await fetch(at);
  expect([response.status, await response.text()]).toEqual([503, 'handled']);
});

test('Next gets GET and POST of one handler, each with the request alone', async () => {
  const seen: unknown[][] = [];
  const { GET, POST } = routes(async (...all) => {
    seen.push(all);
    return new Response('fine');
  });
  const call = POST as (request: Request, context: object) => Promise<Response>;
  const request = new Request('https://acme.example/api', { method: 'POST' });
  expect(await (await call(request, { params: Promise.resolve({}) })).text()).toBe('fine');
  expect(GET).toBeTypeOf('function');
  expect(seen).toEqual([[request]]);
});
