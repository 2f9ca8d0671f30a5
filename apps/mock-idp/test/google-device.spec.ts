import * as oauth from 'oauth4webapi';
import { expect, test } from 'vitest';
import type { Client } from '../src/control/index.js';
import { insideStandIn } from './support/inside.js';
import { useStandIn } from './support/world.js';

const inside = insideStandIn();
const standIn = useStandIn(inside.start);

type Code = { device_code: string; user_code: string; verification_url: string; interval: number };

const post = (path: string, form: Record<string, string>) =>
  fetch(`${standIn.issuer()}${path}`, { method: 'POST', body: new URLSearchParams(form) });

async function begin({ clientId }: Client, scope = 'openid email profile'): Promise<Code> {
  return (await (await post('/device/code', { client_id: clientId, scope })).json()) as Code;
}

const poll = ({ clientId, clientSecret }: Client, deviceCode: string) =>
  post('/token', {
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    client_id: clientId,
    client_secret: clientSecret,
    device_code: deviceCode,
  });

const refusal = async (response: Response) => {
  const { error, error_description } = (await response.json()) as Record<string, string>;
  return [response.status, error, error_description];
};

/** Somebody opens the page of the device's answer and types the code. */
const entered = async ({ verification_url, user_code }: Code) =>
  standIn.browser().open(verification_url, { user_code });

test('G79: a device is given codes, verification_url, 1800 seconds and an interval of five (raw HTTP)', async () => {
  const code = await begin(await standIn.client());
  expect(code).toEqual({
    device_code: expect.stringMatching(/^AH-1Ng[\w-]{60,}$/),
    user_code: expect.stringMatching(/^[A-Z]{3}-[A-Z]{3}-[A-Z]{3}$/),
    expires_in: 1800,
    interval: 5,
    verification_url: `${standIn.issuer()}/device`,
  });
});

test('G79: a client that goes by the standard misses verification_uri (oauth4webapi)', async () => {
  const { clientId } = await standIn.client();
  const issuer = new URL(standIn.issuer());
  const insecure = { [oauth.allowInsecureRequests]: true };
  const server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, insecure));
  const client = { client_id: clientId };
  const asked = { scope: 'openid' };
  const answer = await oauth.deviceAuthorizationRequest(server, client, oauth.None(), asked, insecure);
  await expect(oauth.processDeviceAuthorizationResponse(server, client, answer)).rejects.toThrow(
    /verification_uri/,
  );
});

test.each([
  ['no client', { scope: 'openid' }, [400, 'invalid_request', 'Missing required parameter: client_id']],
  [
    'an unknown client',
    { client_id: 'nobody', scope: 'openid' },
    [401, 'invalid_client', 'The OAuth client was not found.'],
  ],
])('G79: %s gets no codes (raw HTTP)', async (_what, form, expected) => {
  expect(await refusal(await post('/device/code', form))).toEqual(expected);
});

test('G79: a device that names no scope gets no codes (raw HTTP)', async () => {
  const { clientId } = await standIn.client();
  expect(await refusal(await post('/device/code', { client_id: clientId }))).toEqual([
    400,
    'invalid_request',
    'Missing required parameter: scope',
  ]);
});

test('G80: a device that asks waits with 428, too soon with 403, and gets its tokens once (oauth4webapi)', async () => {
  const registered = await standIn.client();
  const code = await begin(registered);
  const pending = [428, 'authorization_pending', 'Precondition Required'];
  expect(await refusal(await poll(registered, code.device_code))).toEqual(pending);
  expect(await refusal(await poll(registered, code.device_code))).toEqual([403, 'slow_down', 'Forbidden']);
  inside.root.clock.advance(5);
  expect(await refusal(await poll(registered, code.device_code))).toEqual(pending);

  const done = await (await (await entered(code)).choose('ada')).allow();
  expect(done.heading).toBe('Device connected');

  inside.root.clock.advance(5);
  const issuer = new URL(standIn.issuer());
  const insecure = { [oauth.allowInsecureRequests]: true };
  const server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, insecure));
  const client = { client_id: registered.clientId };
  const auth = oauth.ClientSecretPost(registered.clientSecret);
  const answer = await oauth.deviceCodeGrantRequest(server, client, auth, code.device_code, insecure);
  const tokens = await oauth.processDeviceCodeResponse(server, client, answer);
  expect(tokens.refresh_token).toMatch(/^1\/\//);
  expect(oauth.getValidatedIdTokenClaims(tokens)?.sub).toBe('109738264519203847561');
  inside.root.clock.reset();
  const again = await poll(registered, code.device_code);
  expect(await refusal(again)).toEqual([400, 'invalid_grant', 'Malformed device code.']);
});

test('G80: a person who cancels is told to the device as access_denied, 403 (raw HTTP)', async () => {
  const client = await standIn.client();
  const code = await begin(client);
  const done = await (await (await entered(code)).choose('ada')).cancel();
  expect(done.heading).toBe('Device not connected');
  expect(await refusal(await poll(client, code.device_code))).toEqual([403, 'access_denied', 'Forbidden']);
});

test('G80: codes end after half an hour, by the clock, and are nobody else’s (raw HTTP)', async () => {
  const client = await standIn.client();
  const code = await begin(client);
  const foreign = await poll(await standIn.client(), code.device_code);
  expect(await refusal(foreign)).toEqual([400, 'invalid_grant', 'Bad Request']);
  inside.root.clock.advance(1800);
  expect(await refusal(await poll(client, code.device_code))).toEqual([400, 'expired_token', 'Bad Request']);
  expect((await entered(code)).status).toBe(422);
  inside.root.clock.reset();
});

test('the code may be typed in small letters without dashes, and a wrong one is said so', async () => {
  const code = await begin(await standIn.client());
  const typed = code.user_code.toLowerCase().replaceAll('-', '');
  expect((await entered({ ...code, user_code: typed })).heading).toBe('Choose an account');
  const wrong = await entered({ ...code, user_code: 'AAA-"><b>' });
  expect([wrong.status, wrong.text.includes('No device waits with this code.')]).toEqual([422, true]);
  expect(wrong.text).toContain('value="AAA-&quot;&gt;&lt;b&gt;"');
});

test('another account can be typed, and one that nobody has is said so', async () => {
  const code = await begin(await standIn.client());
  const chooser = await entered(code);
  expect((await chooser.type('ben.whitlock@mailbox.example')).text).toContain('ben.whitlock@mailbox.example');
  const wrong = await chooser.type('nobody@nowhere.example');
  expect([wrong.status, wrong.heading]).toEqual([422, 'Choose an account']);
});

test('a step for a code that has been answered shows the entry again', async () => {
  const code = await begin(await standIn.client());
  const chooser = await entered(code);
  await (await chooser.choose('ada')).allow();
  const late = await chooser.choose('ada');
  expect([late.status, late.heading]).toEqual([422, 'Connect a device']);
});

test('a device that asks for an address is told who it is as well', async () => {
  const client = await standIn.client();
  const code = await begin(client, 'https://www.googleapis.com/auth/userinfo.email');
  await (await (await entered(code)).choose('ada')).allow();
  const tokens = await (await poll(client, code.device_code)).json();
  expect(tokens).toMatchObject({
    id_token: expect.any(String),
    scope: 'https://www.googleapis.com/auth/userinfo.email openid',
  });
});

test('what a device was given can be refreshed', async () => {
  const client = await standIn.client();
  const code = await begin(client);
  await (await (await entered(code)).choose('ada')).allow();
  const { refresh_token } = (await (await poll(client, code.device_code)).json()) as {
    refresh_token: string;
  };
  expect((await standIn.token(client, { grant_type: 'refresh_token', refresh_token })).status).toBe(200);
});
