import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { discovered } from '@countersign/contracts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Founder, Service } from './house/founder.js';

let service: Service;
let admin: Founder;
const servers: Server[] = [];

beforeAll(async () => {
  service = await Service.open();
  admin = await service.founder('admin@gmail.com', 'acme');
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});
afterAll(() => service.close());

const own = () => `${service.idp.url}/larkspur`;

async function provider(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

const discover = async (issuer: string) =>
  (await admin.console('POST', '/discover', { issuer })).as(discovered);

test('what an issuer publishes of itself is told', async () => {
  const answer = await discover(own());
  expect(answer).toMatchObject({
    found: true,
    issuer: own(),
    pkce: true,
    google: false,
    pairwiseOnly: false,
  });
  expect(answer).toHaveProperty('keys', expect.any(Number));
  expect(await discover(`${service.idp.url}/google`)).toMatchObject({ found: true, google: true });
});

const json =
  (body: unknown, status = 200): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

test.each<[string, RequestListener, object]>([
  ['has no discovery', json({}, 404), { why: 'no_discovery', seen: 'status 404' }],
  ['fails', json({}, 500), { why: 'failing', seen: 'status 500' }],
  [
    'answers HTML in place of JSON',
    (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>'),
    { why: 'not_json', seen: 'no JSON' },
  ],
  [
    'sends elsewhere',
    (_, response) => response.writeHead(302, { location: 'https://elsewhere.example' }).end(),
    { why: 'not_json', seen: 'a redirect' },
  ],
  ['leaves out what is needed', json({ issuer: 'https://x.example' }), { why: 'incomplete' }],
  [
    'names another issuer',
    json({
      issuer: 'https://another.example',
      authorization_endpoint: 'https://another.example/a',
      token_endpoint: 'https://another.example/t',
      jwks_uri: 'https://another.example/k',
    }),
    { why: 'other_issuer', seen: 'https://another.example' },
  ],
])('of an issuer that %s it is said why nothing was found', async (_, listener, why) => {
  expect(await discover(await provider(listener))).toMatchObject({ found: false, ...why });
});

test('discovery never reaches a private address, plain http elsewhere, or what is no address', async () => {
  for (const [issuer, why] of [
    ['https://10.0.0.7', 'address_forbidden'],
    ['https://169.254.169.254', 'address_forbidden'],
    ['https://[fd00::1]', 'address_forbidden'],
    ['http://login.acme.example', 'not_https'],
    ['login.acme.example', 'not_an_address'],
    ['https://login.acme.example/?a=b', 'not_an_address'],
  ] as const)
    expect(await discover(issuer), issuer).toMatchObject({ found: false, why });
});

test('an issuer that gives each client another subject is warned about', async () => {
  const base = await provider((request, response) => {
    const url = `http://${request.headers.host}`;
    const document = {
      issuer: url,
      authorization_endpoint: `${url}/a`,
      token_endpoint: `${url}/t`,
      jwks_uri: `${url}/k`,
      subject_types_supported: ['pairwise'],
    };
    json(request.url === '/k' ? { keys: [] } : document)(request, response);
  });
  expect(await discover(base)).toMatchObject({ found: true, pairwiseOnly: true, keys: 0 });
});
