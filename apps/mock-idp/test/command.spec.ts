import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@countersign/ports';
import { afterAll, expect, test } from 'vitest';
import { connectMockIdp } from '../src/control/index.js';
import { readConfigFile, startMockIdp } from '../src/index.js';
import { ready, runCommand, runNode } from './support/command.js';

const folder = mkdtempSync(join(tmpdir(), 'mock-idp-command-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('--help says every option with its variable', async () => {
  const { code, out } = await runCommand(['--help']).ended;
  expect(code).toBe(0);
  const options = [
    'port',
    'host',
    'public-url',
    'config',
    'https',
    'as-google',
    'control',
    'data',
    'namespaces',
    'log-level',
  ];
  for (const option of options) expect(out).toMatch(new RegExp(`--${option}\\b.*\\[[A-Z_]+\\]`));
});

test('--version is the version of the package', async () => {
  expect(await runCommand(['--version']).ended).toMatchObject({ code: 0, out: '0.1.0\n' });
});

test.each([
  [['--prot', '4000'], "Unknown option '--prot'"],
  [['here'], "Unexpected argument 'here'"],
  [['--port'], "'--port <value>' argument missing"],
])('%j is refused with exit 2, and the options there are', async (args, message) => {
  const { code, err } = await runCommand(args).ended;
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err).toContain('--public-url');
});

test('a value that cannot be is named as it was given: option or variable', async () => {
  const { code, err } = await runCommand(['--port', 'many'], { PUBLIC_URL: 'here' }).ended;
  expect(code).toBe(1);
  expect(err).toContain('--port: ');
  expect(err).toContain('PUBLIC_URL: ');
});

test('a port in use is named', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => holder.once('listening', resolve));
  const { port } = holder.address() as AddressInfo;
  const { code, err } = await runCommand(['--port', String(port)]).ended;
  holder.close();
  expect(code).toBe(1);
  expect(err).toBe(`Port ${port} is in use: stop what holds it, or take another.\n`);
});

const seed = `issuers:
  - { key: acme, label: Acme ID, profile: google }
people:
  - { id: grace, name: Grace Okafor, email: grace@acme.example }
clients:
  - issuer: acme
    clientId: shop
    clientSecret: not-a-secret
    name: Shop
    redirectUris: ["http://localhost:3000/callback"]
`;

type Given = { readonly args?: string[]; readonly env?: Record<string, string> };
const ways: [string, () => Given][] = [
  ['a file', () => ({ args: ['--config', file('seed.yaml', seed)] })],
  ['the path of a file in the environment', () => ({ env: { MOCK_IDP_CONFIG: file('seed.yml', seed) } })],
  ['the environment itself', () => ({ env: { MOCK_IDP_CONFIG_INLINE: seed } })],
];

test.each(ways)('people, clients and issuers come from %s', async (_where, given) => {
  const { args = [], env = {} } = given();
  const started = runCommand(['--port', '0', ...args], env);
  const { url, issuers } = await ready(started);
  const control = connectMockIdp(url);
  expect(issuers).toEqual([`${url}/acme`]);
  expect((await control.people()).map(({ id, issuers: at }) => [id, at])).toEqual([['grace', ['acme']]]);
  expect(await control.clients()).toMatchObject([{ issuer: 'acme', clientId: 'shop' }]);
  expect(await connectMockIdp(`${url}/t/one`).people()).toHaveLength(1);
  expect(await started.stop()).toMatchObject({ code: 0, err: '' });
});

test('in process a file says who is there, and what is said beside it goes before', async () => {
  const config = file('seed.yaml', seed);
  const idp = await startMockIdp({ config, people: [{ id: 'only' }] });
  const control = connectMockIdp(idp.url);
  expect((await control.people()).map(({ id }) => id)).toEqual(['only']);
  expect(await control.clients()).toMatchObject([{ clientId: 'shop' }]);
  expect(await readConfigFile(config)).toMatchObject({ people: [{ id: 'grace' }] });
  await idp.close();
});

test('a broken file is refused with line, column and member, and nothing starts', async () => {
  const path = file('broken.yaml', 'people:\n  - id: ada\n    email: nowhere\n');
  const { code, err, out } = await runCommand(['--port', '0', '--config', path]).ended;
  expect({ code, err, out }).toEqual({
    code: 1,
    err: `${path}:3:5: people[0].email: expected an e-mail address\n`,
    out: '',
  });
});

test('a file and an inline text at once are refused', async () => {
  const { code, err } = await runCommand(['--config', 'x.yaml'], { MOCK_IDP_CONFIG_INLINE: '{}' }).ended;
  expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('not both') });
});

test('--control off turns the control API off', async () => {
  const started = runCommand(['--port', '0', '--control', 'off']);
  const { url } = await ready(started);
  expect((await fetch(`${url}/control/people`)).status).toBe(403);
  await started.stop();
});

/** Asks as another machine would that knows it by a name. */
const controlBy = (port: number, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: '/control/people', headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on('error', reject).end();
  });

test('control is for this machine, unless it is said to be open anywhere; never for pages', async () => {
  for (const [control, status] of [
    ['on', 403],
    ['anywhere', 200],
  ] as const) {
    const started = runCommand(['--port', '0', '--control', control]);
    const port = Number(new URL((await ready(started)).url).port);
    expect(await controlBy(port, { host: `stand-in:${port}` })).toBe(status);
    expect(await controlBy(port, { host: `localhost:${port}` })).toBe(200);
    expect(await controlBy(port, { host: `localhost:${port}`, origin: 'http://localhost' })).toBe(403);
    await started.stop();
  }
});

const health = fileURLToPath(new URL('../bin/health.mjs', import.meta.url));

test('the health check of a container knows whether the stand-in answers, by either scheme', async () => {
  for (const env of [{}, { MOCK_IDP_HTTPS: 'on' }]) {
    const PORT = String(await freePort());
    const given = { PORT, HOST: '0.0.0.0', MOCK_IDP_CONTROL: 'off', ...env };
    const started = runCommand([], given);
    await ready(started);
    expect((await runNode([health], given).ended).code).toBe(0);
    await started.stop();
    expect((await runNode([health], given).ended).code).toBe(1);
  }
});
