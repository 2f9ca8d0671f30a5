import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, request as plainRequest } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createServer as createTls } from 'node:tls';
import { freePort, freePortRow } from '@countersign/ports';
import { afterAll, expect, test } from 'vitest';
import { httpsPortMustBeFree } from '../src/house/https.js';
import { certify, makeAuthority } from '../src/https/authority.js';
import { credentialsIn } from '../src/https/credentials.js';
import { openFront } from '../src/https/front.js';
import { hosts, secureAddresses } from '../src/https/places.js';
import { readArguments } from '../src/run/options.js';
import '../src/https/names.js';

const folder = mkdtempSync(join(tmpdir(), 'https-spec-'));
const open: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of open) await close();
  rmSync(folder, { recursive: true, force: true });
});

const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port;
const listening = (server: ReturnType<typeof createServer>) =>
  new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(portOf(server)));
    open.push(() => server.close());
  });

/** Why a client that trusts the authority refuses a certificate by it; nothing when it does not. */
async function refusalOf(name: string): Promise<string | undefined> {
  const authority = await makeAuthority(new Date());
  const shown = await certify(authority, [name], new Date());
  const server = createTls({ key: shown.key, cert: shown.cert });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const refused = await new Promise<string | undefined>((resolve) => {
    const socket = connect({ port: portOf(server), host: '127.0.0.1', servername: name, ca: authority.cert });
    socket.once('secureConnect', () => resolve(undefined)).once('error', ({ message }) => resolve(message));
    socket.once('close', () => server.close());
    socket.once('secureConnect', () => socket.destroy());
  });
  return refused;
}

test('who trusts the authority trusts it for names of this machine, and for no other name', async () => {
  expect(await refusalOf('chat.localhost')).toBeUndefined();
  expect(await refusalOf('bank.example')).toMatch(/permitted subtree violation/);
});

test('the authority is made once, its key is its owner’s alone, and a certificate that serves is kept', async () => {
  const names = Object.values(hosts);
  const first = await credentialsIn(folder, names);
  const second = await credentialsIn(folder, names);
  expect(second).toEqual(first);
  for (const file of ['authority-key.pem', 'front-key.pem'])
    expect(statSync(join(folder, file)).mode & 0o777, file).toBe(0o600);
  const authority = readFileSync(first.authorityFile, 'utf8');
  const later = await credentialsIn(folder, names, new Date(Date.now() + 380 * 86_400_000));
  expect(later.cert).not.toBe(first.cert);
  expect(readFileSync(later.authorityFile, 'utf8')).toBe(authority);
  expect(new X509Certificate(later.cert).verify(new X509Certificate(authority).publicKey)).toBe(true);
});

type Seen = { status: number; headers: IncomingMessage['headers']; body: string };
const fetched = (from: ReturnType<typeof request>) =>
  new Promise<Seen>((resolve, reject) => {
    from.once('error', reject).once('response', (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    from.end();
  });

test('the front tells programs what it has seen, not what a request says of itself', async () => {
  const program = createServer(({ headers, url }, response) =>
    response.end(JSON.stringify({ headers, url })),
  );
  const behind = `http://127.0.0.1:${await listening(program)}`;
  const gone = 'http://127.0.0.1:9';
  const port = await freePort();
  const credentials = await credentialsIn(folder, Object.values(hosts));
  const front = await openFront({
    port,
    credentials,
    behind: { idp: gone, api: behind, brandSite: behind, workspace: behind },
  });
  open.push(() => front.close());
  const ca = readFileSync(credentials.authorityFile);
  const ask = (host: string, headers: Record<string, string> = {}) =>
    fetched(request({ host, servername: host, port, path: '/a?b=c', ca, agent: false, headers }));

  const seen = await ask('chat.localhost', {
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-proto': 'http',
    forwarded: 'for=x',
  });
  const told = JSON.parse(seen.body) as { url: string; headers: Record<string, string> };
  expect(told).toMatchObject({
    url: '/a?b=c',
    headers: { host: `chat.localhost:${port}`, 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'https' },
  });
  expect(told.headers['forwarded']).toBeUndefined();
  expect(await ask('idp.localhost')).toMatchObject({ status: 502 });
  expect(await ask('chat.localhost', { host: 'elsewhere.localhost' })).toMatchObject({ status: 404 });
});

test('plain http leads to the same place over HTTPS, and reaches no program', async () => {
  const first = await freePortRow(2);
  const ports = [first, first + 1] as const;
  const credentials = await credentialsIn(folder, Object.values(hosts));
  const front = await openFront({
    port: ports[0],
    redirectPort: ports[1],
    credentials,
    behind: secureAddresses(1),
  });
  open.push(() => front.close());
  const plain = (host: string) =>
    fetched(plainRequest({ host, port: ports[1], path: '/lobby?x=1', agent: false }));
  expect(await plain('larkspur.localhost')).toMatchObject({
    status: 308,
    headers: { location: `https://larkspur.localhost:${ports[0]}/lobby?x=1` },
  });
  expect(await plain('elsewhere.localhost')).toMatchObject({ status: 404 });
});

test('port 443 is not written into addresses', () => {
  expect(secureAddresses(443).api).toBe('https://chat.localhost');
  expect(secureAddresses(8443).brandSite).toBe('https://larkspur.localhost:8443');
});

test('a port that is taken is named with what holds it, and with the way to take another', async () => {
  const port = await listening(createServer());
  const refused = httpsPortMustBeFree(port);
  await expect(refused).rejects.toThrow(`Port ${port} (https) is in use by`);
  await expect(refused).rejects.toThrow('COUNTERSIGN_HTTPS_PORT=9443 npm start -- --https');
  await open.pop()?.();
  await expect(httpsPortMustBeFree(port)).resolves.toBeUndefined();
});

test('a house for tests has no HTTPS, and says so', () => {
  expect(() => readArguments(['--ci', '--https', '--config', 'x.yaml'], '/')).toThrow(
    '--https is for the demo',
  );
  expect(readArguments(['--https'], '/')).toMatchObject({ https: true, ci: false });
});

test('several processes need the front, and are as many as a machine bears', () => {
  expect(readArguments(['--https', '--replicas', '3'], '/')).toMatchObject({ replicas: 3, front: 'nginx' });
  expect(readArguments(['--https', '--replicas', '2', '--front', 'own'], '/').front).toBe('own');
  expect(readArguments(['--https'], '/')).toMatchObject({ replicas: 1, front: 'own' });
  expect(() => readArguments(['--replicas', '2'], '/')).toThrow('npm run house');
  for (const wrong of ['0', '9', 'two', '1.5'])
    expect(() => readArguments(['--https', '--replicas', wrong], '/'), wrong).toThrow('from 1 to 8');
  expect(() => readArguments(['--https', '--front', 'apache'], '/')).toThrow('nginx or own');
});
