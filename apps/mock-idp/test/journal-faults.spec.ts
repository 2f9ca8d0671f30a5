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
