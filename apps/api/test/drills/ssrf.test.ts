import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Network } from '../../dist/outbound/network.client.js';
import { goodClaims } from '../house/envelope.js';
import { type House, openHouse } from '../house/house.js';
import { Internet, PUBLIC } from '../house/internet.js';
import { code, implicit, makeLarkspur } from '../house/larkspur.js';
import { json } from '../house/provider.js';
import { makeSigner } from '../house/signer.js';
import { report } from './report.js';

/** A connection whose addresses lead, or are led, where nobody may be led. */
type Trap = {
  readonly name: string;
  readonly reason: string;
  /** Prepares the world and gives the issuer and, for Implicit Flow, where its keys are. */
  readonly lay: (internet: Internet, host: string) => { issuer: string; jwksUri?: string };
};

const FORBIDDEN = {
  loopback: '127.0.0.1',
  'the metadata service': '169.254.169.254',
  'a private network': '10.1.2.3',
  'another private network': '192.168.0.7',
  'loopback of IPv6': '::1',
  'loopback, mapped into IPv6': '::ffff:127.0.0.1',
  'a private network of IPv6': 'fd00::7',
  'no address at all': '0.0.0.0',
};
const literal = (address: string) => (address.includes(':') ? `[${address}]` : address);

const straight: Trap[] = Object.entries(FORBIDDEN).flatMap(([what, address]) => [
  {
    name: `discovery at ${what}`,
    // What looks like a stand-in is not even written down.
    reason: /^loopback/.test(what) ? 'request_malformed' : 'address_forbidden',
    lay: () => ({ issuer: `https://${literal(address)}` }),
  },
  {
    name: `keys at ${what}`,
    reason: 'address_forbidden',
    lay: (_: Internet, host: string) => ({
      issuer: `https://${host}`,
      jwksUri: `https://${literal(address)}/keys`,
    }),
  },
  {
    name: `discovery at a name that resolves to ${what}`,
    reason: 'address_forbidden',
    lay: (internet: Internet, host: string) => {
      internet.name(host, [address]);
      return { issuer: `https://${host}` };
    },
  },
  {
    name: `a token endpoint that discovery puts at ${what}`,
    reason: 'address_forbidden',
    lay: (internet: Internet, host: string) => ({
      issuer: internet.provider(host, { token_endpoint: `https://${literal(address)}/token` }),
    }),
  },
]);

const keysOf =
  (answer: (response: ServerResponse) => void): Trap['lay'] =>
  (internet, host) => {
    internet.on(host, '/keys', answer);
    return { issuer: `https://${host}`, jwksUri: `https://${host}/keys` };
  };

async function endless(response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json' });
  while (!response.destroyed) {
    response.write(' '.repeat(16_384));
    await pause(1);
  }
}

async function drip(response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json' });
  while (!response.destroyed) {
    response.write(' ');
    await pause(500);
  }
}

const crooked: Trap[] = [
  {
    name: 'a name with a public and a private address',
    reason: 'address_forbidden',
    lay: (internet, host) => {
      internet.name(host, [PUBLIC, '10.1.2.3']);
      return { issuer: `https://${host}`, jwksUri: `https://${host}/keys` };
    },
  },
  {
    name: 'a name that is public for discovery and loopback for the token endpoint',
    reason: 'address_forbidden',
    lay: (internet, host) => {
      internet.name(host, [PUBLIC], ['127.0.0.1']);
      return { issuer: internet.provider(host) };
    },
  },
  {
    name: 'a token endpoint without TLS',
    reason: 'address_forbidden',
    lay: (internet, host) => ({
      issuer: internet.provider(host, { token_endpoint: `http://${host}/token` }),
    }),
  },
  ...Object.entries({
    loopback: 'https://127.0.0.1/keys',
    'the metadata service': 'http://169.254.169.254/latest',
  }).map(
    ([what, location]): Trap => ({
      name: `keys that redirect to ${what}`,
      reason: 'keys_unavailable',
      lay: keysOf((response) => json(response, {}, 302, { location })),
    }),
  ),
  { name: 'keys without end', reason: 'keys_unavailable', lay: keysOf((response) => void endless(response)) },
  { name: 'keys that never come', reason: 'keys_unavailable', lay: keysOf(() => undefined) },
  {
    name: 'keys that come letter by letter',
    reason: 'keys_unavailable',
    lay: keysOf((response) => void drip(response)),
  },
  {
    name: 'a token endpoint that is silent for 30 s',
    reason: 'provider_timeout',
    lay: (internet, host) => {
      internet.on(host, '/token', () => undefined);
      return { issuer: internet.provider(host) };
    },
  },
];

const traps = [...straight, ...crooked];
/** Five seconds, and what a busy machine adds. */
const LIMIT_MS = 15_000;
const rows: Record<string, string | number>[] = [];
let house: House;
let internet: Internet;

beforeAll(async () => {
  [house, internet] = await Promise.all([openHouse({ NODE_ENV: 'production' }), Internet.open()]);
  internet.replace(house.app.get(Network));
});
afterAll(async () => {
  report('Where no provider may lead the service', rows);
  await internet.close();
  await house.close();
});

type Sprung = { readonly reason: string | undefined; readonly ms: number };

/** A proof presented by a connection that leads into the trap. Only its refusal is timed: not what the trap took to lay. */
async function spring({ lay }: Trap, index: number): Promise<Sprung> {
  const { issuer, jwksUri } = lay(internet, `trap-${index}.example`);
  const flow = jwksUri ? implicit('trap', { issuer }) : code('trap', issuer);
  const issuers = [{ url: issuer, label: 'Trap', ...(jwksUri ? { jwksUri, discovery: false } : {}) }];
  const slug = `trap-${index}`;
  const asked = performance.now();
  const written = await house.operator.call('PUT', slug, { name: 'Trapped', issuers, connections: [flow] });
  if (written.status !== 200) return { reason: written.problem().code, ms: performance.now() - asked };
  const larkspur = await makeLarkspur(house, [flow], { slug, issuers });
  const page = await larkspur.page();
  const attempt = await page.attempt('trap');
  const idToken = await larkspur.signer.sign({ ...goodClaims(attempt, house.now()), iss: issuer });
  const begun = performance.now();
  const answer = await page.prove(attempt, jwksUri ? { idToken } : { code: 'a-code' });
  return { reason: answer.problem().reason, ms: performance.now() - begun };
}

test.concurrent.each(traps.map((trap, index) => ({ ...trap, index })))(
  '$name is $reason, and nobody is called',
  async ({ index, ...trap }) => {
    const { reason, ms } = await spring(trap, index);
    rows.push({
      trap: trap.name,
      reason: reason ?? 'none',
      ms: Math.round(ms),
      'sockets to forbidden addresses': internet.forbidden(),
    });
    expect(reason).toBe(trap.reason);
    expect(ms).toBeLessThan(LIMIT_MS);
    expect(internet.forbidden()).toBe(0);
  },
);

test('a provider at a public address is called, by the same way out', async () => {
  const signer = await makeSigner('of-the-honest');
  internet.on('honest.example', '/keys', (response) => json(response, { keys: [signer.publicJwk] }));
  const issuer = 'https://honest.example';
  const issuers = [{ url: issuer, label: 'Honest', jwksUri: `${issuer}/keys`, discovery: false }];
  const larkspur = await makeLarkspur(house, [implicit('site', { issuer })], { slug: 'honest', issuers });
  const page = await larkspur.page();
  const attempt = await page.attempt('site');
  const idToken = await signer.sign({ ...goodClaims(attempt, house.now()), iss: issuer });
  expect((await page.prove(attempt, { idToken })).status).toBe(200);
  expect(internet.sockets.get(PUBLIC)).toBeGreaterThan(0);
});
