import { X509Certificate } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { connectMockIdp } from '../src/control/index.js';
import { startMockIdp } from '../src/index.js';
import { ready, runCommand, runNode } from './support/command.js';

const folder = mkdtempSync(join(tmpdir(), 'mock-idp-https-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ask = `
const { issuer } = await (await fetch(process.argv[1] + '/google/.well-known/openid-configuration')).json();
process.stdout.write(issuer);
`;

test('Node trusts it with NODE_EXTRA_CA_CERTS, by name and by both addresses, and not without', async () => {
  const started = runCommand(['--port', '0', '--https', '--host', 'localhost']);
  const { url } = await ready(started);
  const { ca } = JSON.parse(await started.line('NODE_EXTRA_CA_CERTS')) as { ca: string };
  const script = ['--input-type=module', '-e', ask];
  for (const address of [url, url.replace('localhost', '127.0.0.1')]) {
    const { out } = await runNode([...script, address], { NODE_EXTRA_CA_CERTS: ca }).ended;
    expect(out).toBe(`${url}/google`);
  }
  const stranger = await runNode([...script, url]).ended;
  expect(stranger.code).toBe(1);
  expect(stranger.err).toContain('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  await started.stop();
  expect(existsSync(ca)).toBe(false);
});

test('certificates outlive a restart when there is a folder for them, until a name is missing', async () => {
  const shown = async (publicUrl?: string) => {
    const idp = await startMockIdp({ https: true, dataFolder: folder, publicUrl });
    await idp.close();
    return readFileSync(idp.tls?.caFile ?? '', 'utf8');
  };
  const first = await shown();
  expect(await shown()).toBe(first);
  expect(await shown('https://idp.test:8443')).not.toBe(first);
  const leaf = new X509Certificate(readFileSync(join(folder, 'tls', 'cert.pem')));
  expect(leaf.subjectAltName).toContain('DNS:idp.test');
});

test('the key of the authority is kept nowhere, and the other only for its owner', async () => {
  const idp = await startMockIdp({ https: true, dataFolder: folder });
  await idp.close();
  const caFile = idp.tls?.caFile ?? '';
  const key = join(dirname(caFile), 'key.pem');
  expect(statSync(key).mode & 0o777).toBe(0o600);
  const ca = new X509Certificate(readFileSync(caFile));
  const leaf = new X509Certificate(readFileSync(join(dirname(caFile), 'cert.pem')));
  expect(leaf.verify(ca.publicKey)).toBe(true);
  expect(leaf.ca).toBe(false);
  expect(readFileSync(key, 'utf8').match(/BEGIN/g)).toHaveLength(1);
});

test('behind a proxy that speaks https for it, redirects and cookies go by its public address', async () => {
  const idp = await startMockIdp({ publicUrl: 'https://idp.localhost:8443' });
  onTestFinished(() => idp.close());
  const redirectUri = 'https://shop.localhost/callback';
  const client = { issuer: 'google', name: 'Shop', redirectUris: [redirectUri] };
  const { clientId } = await connectMockIdp(`http://localhost:${idp.port}`).client(client);
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid',
    state: 's',
  });
  const path = `/google/o/oauth2/v2/auth?${query}`;
  const headers = {
    host: 'idp.localhost:8443',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'http',
  };
  const answer = await new Promise<{ location: string | undefined; cookies: string[] }>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: idp.port, path, headers }, (response) => {
      response.resume();
      resolve({ location: response.headers.location, cookies: response.headers['set-cookie'] ?? [] });
    });
    asked.once('error', reject).end();
  });
  expect(new URL(answer.location ?? '', 'https://idp.localhost:8443').origin).toBe(
    'https://idp.localhost:8443',
  );
  expect(answer.cookies.length).toBeGreaterThan(0);
  for (const cookie of answer.cookies) expect(cookie).toMatch(/; secure/i);
});
