import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startMockIdp } from '../src/index.js';
import { useStandIn } from './support/world.js';

const standIn = useStandIn();

test('health names the issuers', async () => {
  const response = await fetch(`${standIn.url}/health`);
  expect(await response.json()).toEqual({
    status: 'ok',
    issuers: ['google', 'larkspur', 'juniper', 'google-2025', 'strict'].map((key) => standIn.issuer(key)),
  });
});

test('a client that is late finds its connection still open', async () => {
  expect((await fetch(`${standIn.url}/health`)).headers.get('keep-alive')).toBe('timeout=65');
});

test('the first page says what runs, without a script', async () => {
  const response = await fetch(standIn.url);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  const text = await response.text();
  for (const key of ['google', 'larkspur', 'juniper']) expect(text).toContain(standIn.issuer(key));
  expect(text).not.toContain('<script');
});

test.each(['/nowhere', '/google/nowhere', '/google', '/googlex', '/larkspur/revoke', '/assets/../env.js'])(
  '%s is not found',
  async (path) => expect((await fetch(`${standIn.url}${path}`)).status).toBe(404),
);

test('a body that is too large is refused', async () => {
  const body = new URLSearchParams({ code: 'x'.repeat(70_000) });
  expect((await fetch(`${standIn.issuer()}/token`, { method: 'POST', body })).status).toBe(413);
});

test('keys outlive a restart when there is a folder for them', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'mock-idp-'));
  const keysOf = async () => {
    const idp = await startMockIdp({ dataFolder });
    const keys = await (await fetch(`${idp.url}/google/oauth2/v3/certs`)).json();
    await idp.close();
    return keys;
  };
  expect(await keysOf()).toEqual(await keysOf());
  rmSync(dataFolder, { recursive: true });
});

test('two stand-ins in one process know nothing of each other', async () => {
  const other = await startMockIdp();
  await standIn.control.person({ id: 'only-here' });
  const there = await fetch(`${other.url}/control/people/only-here`);
  expect(there.status).toBe(404);
  await other.close();
});
