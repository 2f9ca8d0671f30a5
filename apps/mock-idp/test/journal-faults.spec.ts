import { expect, test } from 'vitest';
import { callback, useStandIn } from './support/world.js';

const standIn = useStandIn();

/** Every value that looks like a token in an answer, whole or cut off. */
const tokensIn = (text: string): string[] =>
  [...text.matchAll(/"(?:access_token|id_token)"\s*:\s*"([^"]{20,})/g)].flatMap(([, value = '']) => [
    value.slice(0, 40),
    ...value.split('.').filter((part) => part.length > 20),
  ]);

test('however an answer is bent, none of its tokens and codes stands in the journal', async () => {
  const control = standIn.control.namespace('bent-all');
  const client = await control.client({ issuer: 'google', name: 'Shop', redirectUris: [callback] });
  const { clientId, clientSecret } = client;
  const rows = (await control.catalogue()).filter(({ at }) => ['id-token', 'token', 'return'].includes(at));
  expect(rows.length).toBeGreaterThan(30);
  const secrets: string[] = [clientSecret];
  for (const { name } of rows) {
    const slow = ['token-slow', 'token-late', 'token-drip'].includes(name);
    await control.fault({ fault: name, issuer: 'google', ...(slow ? { options: { delayMs: 1 } } : {}) });
    const asked = { issuer: 'google', clientId, person: 'ada', state: name, nonce: `n-${name}` };
    const { code = '' } = await control.signIn(asked).catch(() => ({ code: '' }));
    const answer = await fetch(`${control.url}/google/token`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        redirect_uri: callback,
        client_id: clientId,
        client_secret: clientSecret,
        code,
      }),
    })
      .then((response) => response.text())
      .catch(() => '');
    secrets.push(...tokensIn(answer), ...(code.length > 20 ? [code.slice(0, 40)] : []));
    await control.clearFaults();
  }
  const entries = await control.journal();
  const json = JSON.stringify(entries);
  expect(secrets.length).toBeGreaterThan(100);
  for (const secret of secrets) expect(json).not.toContain(secret);
  const bent = new Set(entries.flatMap(({ faults }) => faults));
  expect(bent.size).toBeGreaterThan(30);
});

test('nor do the codes of a device, its refresh token, or a token asked about', async () => {
  const client = await standIn.client();
  const { clientId: client_id, clientSecret: client_secret } = client;
  const ask = async (path: string, form: Record<string, string>): Promise<Record<string, string>> => {
    const body = new URLSearchParams(form);
    return (await fetch(`${standIn.issuer()}${path}`, { method: 'POST', body })).json() as never;
  };
  const device = await ask('/device/code', { client_id, scope: 'openid email' });
  const { user_code: userCode = '', device_code: deviceCode = '' } = device;
  const page = await standIn.browser().open(`${standIn.issuer()}/device`, { user_code: userCode });
  await (await page.choose('ada')).allow();
  const grant = 'urn:ietf:params:oauth:grant-type:device_code';
  const tokens = await ask('/token', {
    grant_type: grant,
    client_id,
    client_secret,
    device_code: deviceCode,
  });
  const { refresh_token: refreshToken = '', access_token: accessToken = '' } = tokens;
  await ask('/token', { grant_type: 'refresh_token', client_id, client_secret, refresh_token: refreshToken });
  await fetch(`${standIn.issuer()}/tokeninfo?access_token=${accessToken}`);
  await ask('/revoke', { token: refreshToken });
  const json = JSON.stringify(await standIn.control.journal());
  const shown = await (await fetch(`${standIn.url}/journal`)).text();
  expect(shown).toContain('tokeninfo');
  for (const secret of [userCode, userCode.replaceAll('-', ''), deviceCode, refreshToken, accessToken]) {
    expect(secret.length).toBeGreaterThan(8);
    expect(json).not.toContain(secret);
    expect(shown).not.toContain(secret);
  }
});
