import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sessionView } from '@countersign/contracts';
import { freePort } from '@countersign/ports';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Consumer } from './house/consumer.js';
import { goodClaims } from './house/envelope.js';
import { environment, freshDatabase, type House, OPERATOR_KEY, openHouse } from './house/house.js';
import { code, implicit, makeLarkspur } from './house/larkspur.js';
import { Operator } from './house/operator.js';
import { ApiProcess } from './house/process.js';
import { ScriptedProvider } from './house/provider.js';

const running: ApiProcess[] = [];
let fresh: Awaited<ReturnType<typeof freshDatabase>>;

beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());
afterEach(async () => {
  for (const one of running.splice(0)) {
    one.signal('SIGKILL');
    await one.exit;
  }
});

async function start(settings: Record<string, string | undefined> = {}, port?: number) {
  const all: Record<string, string | undefined> = {
    ...environment(port ?? (await freePort()), fresh.url),
    LOG_LEVEL: 'info',
    ...settings,
  };
  const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const process = ApiProcess.start(Object.fromEntries(given));
  running.push(process);
  return { process, url: all.PUBLIC_URL ?? '' };
}

test('a missing secret stops the start with its name, and all that is wrong is told at once', async () => {
  const { process } = await start({ MASTER_KEY: undefined, OPERATOR_KEY: 'short', DATABASE_URL: undefined });
  expect(await process.exit).toBe(1);
  expect(process.output).toMatch(/MASTER_KEY/);
  expect(process.output).toMatch(/OPERATOR_KEY/);
  expect(process.output).toMatch(/DATABASE_URL/);
});

test('a master key of the wrong length stops the start', async () => {
  const { process } = await start({ MASTER_KEY: Buffer.from('too short').toString('base64') });
  expect(await process.exit).toBe(1);
  expect(process.output).toMatch(/MASTER_KEY[\s\S]*32 bytes|32 bytes[\s\S]*MASTER_KEY/);
  expect(process.output).not.toContain(Buffer.from('too short').toString('base64'));
});

test('a port in use is told in words', async () => {
  const other = createServer().listen(0, '::');
  await new Promise((resolve) => other.once('listening', resolve));
  const { process } = await start({}, (other.address() as AddressInfo).port);
  expect(await process.exit).toBe(1);
  expect(process.output).toMatch(/port .*in use/i);
  other.close();
});

test('SIGTERM ends the service by itself', async () => {
  const { process, url } = await start();
  await process.ready();
  expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  process.signal('SIGTERM');
  await process.exit;
  await expect(fetch(`${url}/health/live`)).rejects.toThrow();
});

test('SIGTERM ends the service also while consumers are connected', async () => {
  const { process, url } = await start();
  await process.ready();
  const house = { url, operator: new Operator(url, OPERATOR_KEY), now: () => new Date() } as House;
  const larkspur = await makeLarkspur(house, [implicit('site')], { slug: 'stopping' });
  const { line } = await Consumer.anonymous(house, larkspur);
  process.signal('SIGTERM');
  await Promise.all([line.hears('disconnect'), process.exit]);
});

test('production does not start where consumers or agents are known by the stand-in, and a demo does', async () => {
  const provider = await ScriptedProvider.start();
  const MASTER_KEY = Buffer.alloc(32, 7).toString('base64');
  const demo = { MASTER_KEY, NODE_ENV: 'production', COUNTERSIGN_DEMO: '1' };
  const first = await start(demo);
  await first.process.ready();
  await new Operator(first.url, OPERATOR_KEY).put('demo', {
    name: 'Demo',
    issuers: [{ url: provider.url, label: 'Stand-in' }],
    connections: [code('google', provider.url)],
    agentSignIn: { issuer: provider.url, clientId: 'desk', clientSecret: 'secret-of-the-desk' },
  });
  const second = await start({ ...demo, COUNTERSIGN_DEMO: '0' });
  expect(await second.process.exit).toBe(1);
  expect(second.process.output).toMatch(/demo\/google, the agents of demo/);
  await provider.stop();
});

test('production lets no stand-in in, whatever its scheme', async () => {
  const house: House = await openHouse({ NODE_ENV: 'production' });
  for (const url of [
    'http://localhost:4000/google',
    'https://localhost',
    'https://127.0.0.1',
    'https://x.localhost',
  ]) {
    const brand = { name: 'X', issuers: [{ url, label: 'X' }], connections: [] };
    const problem = (await house.operator.call('PUT', 'bank', brand)).problem();
    expect(problem.errors?.[0]?.path, url).toBe('issuers.0.url');
  }
  await house.close();
});

test('no token, code, secret, key or profile is in the log, whatever comes', async () => {
  const { process, url } = await start({ LOG_LEVEL: 'debug', DATABASE_URL: fresh.url });
  await process.ready();
  const provider = await ScriptedProvider.start();
  const canary = `canary-${randomUUID()}`;
  const operator = new Operator(url, OPERATOR_KEY);
  const house = { url, operator, now: () => new Date() } as House;
  const connections = [implicit('site'), code('google', provider.url, { clientSecret: `${canary}-secret` })];
  const issuers = [{ url: provider.url, label: 'Scripted' }];
  const larkspur = await makeLarkspur(house, connections, { slug: 'logged', issuers });
  const page = await larkspur.page();
  const secrets = [canary, OPERATOR_KEY];

  const attempt = await page.attempt('site');
  const claims = { ...goodClaims(attempt, new Date()), sub: `${canary}-sub`, name: `${canary} name` };
  const idToken = await larkspur.signer.sign(claims);
  const { token } = (await page.prove(attempt, { idToken })).as(sessionView);
  const second = await page.attempt('google');
  provider.grants(
    await provider.signer.sign({ ...claims, iss: provider.url, aud: second.clientId, nonce: second.nonce }),
    canary,
  );
  await page.prove(second, { code: `${canary}-code` });
  const third = await page.attempt('site');
  const forged = await larkspur.signer.sign({ ...goodClaims(third, new Date()), aud: canary });
  await page.prove(third, { idToken: forged });
  const apiKey = await operator.apiKey('logged', ['site'], ['facts:write']);
  const path = `${url}/v1/connections/site/consumers/${canary}/facts?secret=${canary}`;
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ version: 1, asOf: new Date().toISOString(), facts: { name: canary } });
  await fetch(path, { method: 'PUT', headers, body });
  await fetch(`${url}/v1/sessions`, { method: 'POST', headers, body: `{"${canary}` });
  await page.resume(`${canary}-sub`);
  await page.signOut(token);
  secrets.push(idToken, forged, token, apiKey, attempt.nonce, second.nonce, idToken.split('.')[1] ?? '');

  process.signal('SIGTERM');
  await process.exit;
  await provider.stop();
  expect(process.output).toContain('proof judged');
  expect(secrets.filter((secret) => process.output.includes(secret))).toEqual([]);
});

test('what a caller writes into an address is not in the log: a token, an e-mail, in the wrong place or spelling', async () => {
  const { process, url } = await start({ LOG_LEVEL: 'debug' });
  await process.ready();
  for (const path of [
    '/v1/sessions/canary-token',
    '/v1/connections/site/CONSUMERS/canary@mail.example/facts',
    '/v1/connections/site/consumer/canary@mail.example/facts',
    '/canary?canary#canary',
  ])
    await fetch(`${url}${path}`, { method: 'PUT' });
  await fetch(`${url}/v1/brands/canary/jwks`);
  process.signal('SIGTERM');
  await process.exit;
  expect(process.output).toContain('/v1/brands/:brand/jwks');
  expect(process.output).not.toContain('canary');
});
