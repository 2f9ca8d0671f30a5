import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { freePort } from '@countersign/ports';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendGoogleTo } from '../src/as-google/send.js';
import { readConfigText } from '../src/config/index.js';
import { type RunningMockIdp, startMockIdp } from '../src/index.js';
import { ready, runCommand, runNode } from './support/command.js';
import { readGuide, Workshop } from './support/guide.js';
import { Visitor } from './support/visitor.js';

const guide = readGuide('google-auth-library');
const seed = guide.find(({ name }) => name === 'stand-in.yaml')?.text ?? '';
const appPort = await freePort();
const data = mkdtempSync(join(tmpdir(), 'mock-idp-as-google-'));
const env = { NODE_EXTRA_CA_CERTS: join(data, 'tls-as-google/ca.pem') };
const preload = ['--import', '@countersign/mock-idp/as-google'];

let running: RunningMockIdp;
const workshop = new Workshop(guide, { 3000: appPort });

beforeAll(async () => {
  const config = readConfigText(seed.replace('3000', String(appPort)), 'stand-in.yaml');
  running = await startMockIdp({ ...config, asGoogle: true, dataFolder: data });
  sendGoogleTo(running.port);
  setDefaultCACertificates([...getCACertificates(), readFileSync(running.tls?.caFile ?? '', 'utf8')]);
});
afterAll(async () => {
  await running.close();
  await workshop.close();
  rmSync(data, { recursive: true });
});

type Document = Readonly<Record<string, string>>;
const well = 'https://accounts.google.com/.well-known/openid-configuration';
const discovered = async (): Promise<Document> => (await (await fetch(well)).json()) as Document;

test.each([
  ['G2', 'issuer', 'https://accounts.google.com'],
  ['G3', 'authorization_endpoint', 'https://accounts.google.com/o/oauth2/v2/auth'],
  ['G4', 'device_authorization_endpoint', 'https://oauth2.googleapis.com/device/code'],
  ['G5', 'token_endpoint', 'https://oauth2.googleapis.com/token'],
  ['G6', 'userinfo_endpoint', 'https://openidconnect.googleapis.com/v1/userinfo'],
  ['G7', 'revocation_endpoint', 'https://oauth2.googleapis.com/revoke'],
  ['G8', 'jwks_uri', 'https://www.googleapis.com/oauth2/v3/certs'],
])('%s: under its own names %s is %s', async (_fact, member, value) => {
  expect((await discovered())[member]).toBe(value);
});

test('G9: each host answers its own paths and no other', async () => {
  const status = async (address: string) => (await fetch(address)).status;
  expect(await status('https://www.googleapis.com/oauth2/v3/certs')).toBe(200);
  expect(await status('https://accounts.google.com/oauth2/v3/certs')).toBe(404);
  expect(await status('https://oauth2.googleapis.com/.well-known/openid-configuration')).toBe(404);
  expect(await status('https://openidconnect.googleapis.com/v1/userinfo')).toBe(401);
  expect(await status('https://www.googleapis.com/v1/userinfo')).toBe(404);
});

test('the control API and namespaces stay at localhost', async () => {
  expect((await fetch('https://accounts.google.com/control/people')).status).toBe(404);
  expect((await fetch(`${running.url}/control/people`)).status).toBe(200);
  const own = await fetch(`${running.url}/t/one/google/.well-known/openid-configuration`);
  expect(((await own.json()) as Document)['issuer']).toBe(`${running.url}/t/one/google`);
  expect((await fetch(`${running.url}/google/.well-known/openid-configuration`)).status).toBe(404);
});

test('the first page says where each endpoint is', async () => {
  const page = await (await fetch(running.url)).text();
  for (const member of ['authorization_endpoint', 'token_endpoint', 'userinfo_endpoint', 'jwks_uri'])
    expect(page).toContain((await discovered())[member]);
});

test('a sign-in without a browser ends as one with it', async () => {
  const answer = await fetch(`${running.url}/control/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ issuer: 'google', clientId: 'my-app', person: 'ada' }),
  });
  expect(await answer.json()).toMatchObject({ iss: 'https://accounts.google.com' });
});

test('google-auth-library logs in as it does in production, told nothing of the stand-in', async () => {
  const told = readFileSync(workshop.path('server.mjs'), 'utf8');
  const production = told.replace(/ *\/\/ In production these two go\.[\s\S]*?issuers: \[google\],\n/, '');
  expect(production).not.toMatch(/endpoints|issuers/);
  workshop.write('server.mjs', production);
  const args = [...preload, 'server.mjs'];
  const app = runNode(args, { ...env, AS_GOOGLE_PORT: String(running.port) }, workshop.folder);
  await app.line('http://localhost:');
  const visitor = new Visitor();
  const chooser = await visitor.open(`http://localhost:${appPort}/login`);
  expect(chooser.address).toMatch(/^https:\/\/accounts\.google\.com\//);
  const back = await visitor.signIn(chooser, 'ada');
  expect(back.text).toBe('Signed in as Ada Osei, ada@example.com');
  expect(new URL(back.address).searchParams.get('iss')).toBe('https://accounts.google.com');
  await app.stop();
});

const ask = `
import { connect } from 'node:tls';
const socket = connect({ host: process.argv[1], servername: process.argv[1], port: Number(process.argv[2]) });
socket.on('secureConnect', () => { console.log('reached ' + socket.remotePort); socket.end(); });
socket.on('error', (error) => console.log(error.code));
`;
const asked = (host: string, port: number, given: Record<string, string>) =>
  runNode([...preload, '--input-type=module', '-e', ask, host, String(port)], given).ended;

test('the preload sends four names to the stand-in, and nothing else', async () => {
  const given = { ...env, AS_GOOGLE_PORT: String(running.port) };
  expect((await asked('accounts.google.com', 443, given)).out).toBe(`reached ${running.port}\n`);
  const closed = await freePort();
  expect((await asked('localhost', closed, given)).out).toBe('ECONNREFUSED\n');
  expect((await asked('mail.google.com.invalid', 443, given)).out).toMatch(/ENOTFOUND|EAI_AGAIN/);
});

test('a process that does not trust the authority is not fooled', async () => {
  const { out } = await asked('accounts.google.com', 443, { AS_GOOGLE_PORT: String(running.port) });
  expect(out).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE\n');
});

test('the preload says what it needs', async () => {
  const { code, err } = await asked('accounts.google.com', 443, {});
  expect(code).toBe(1);
  expect(err).toContain('AS_GOOGLE_PORT: expected the port of a stand-in started with --as-google');
});

test('who trusts --https does not trust anybody to be Google', async () => {
  const plain = await startMockIdp({ https: true, dataFolder: data });
  await plain.close();
  const [own, google] = [plain.tls?.caFile ?? '', running.tls?.caFile ?? ''];
  expect(readFileSync(own, 'utf8')).not.toBe(readFileSync(google, 'utf8'));
});

test('the command warns, and says how a process gets there', async () => {
  const started = runCommand(['--port', '0', '--as-google', '--data', data]);
  await ready(started);
  expect(JSON.parse(await started.line('answers as accounts.google.com'))).toMatchObject({ level: 40 });
  expect(await started.line('AS_GOOGLE_PORT=')).toContain('--import @countersign/mock-idp/as-google');
  await started.stop();
});

test('as Google it listens on loopback only', async () => {
  const { code, err } = await runCommand(['--port', '0', '--as-google', '--host', '0.0.0.0']).ended;
  expect(code).toBe(1);
  expect(err).toContain('expected 127.0.0.1 or ::1, not 0.0.0.0');
});

test('it needs an issuer that behaves as Google', async () => {
  const { issuers = [] } = readConfigText('issuers: [{ key: acme, profile: brand }]', 'seed.yaml');
  await expect(startMockIdp({ asGoogle: true, issuers })).rejects.toThrow('an issuer with a google profile');
});
