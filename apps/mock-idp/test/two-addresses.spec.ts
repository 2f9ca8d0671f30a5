import { freePort } from '@countersign/ports';
import * as client from 'openid-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectMockIdp } from '../src/control/index.js';
import { type RunningMockIdp, startMockIdp } from '../src/index.js';
import { Browser } from './support/browser.js';
import { callback } from './support/world.js';

// The same machine by two names: the browser's, and the one that a container would use.
let running: RunningMockIdp;
let inside: string;

beforeAll(async () => {
  const port = await freePort();
  inside = `http://127.0.0.1:${port}`;
  running = await startMockIdp({ port, backchannelUrl: inside });
});
afterAll(() => running.close());

type Document = Readonly<Record<string, string>>;
const documentAt = async (base: string, issuer: string): Promise<Document> =>
  (await (await fetch(`${base}/${issuer}/.well-known/openid-configuration`)).json()) as Document;

test.each(['google', 'larkspur', 't/one/google'])(
  'at %s browser and server read the same document: one issuer, two addresses',
  async (issuer) => {
    const document = await documentAt(running.url, issuer);
    expect(await documentAt(inside, issuer)).toEqual(document);
    expect(document['issuer']).toBe(`${running.url}/${issuer}`);
    expect(document['authorization_endpoint']).toMatch(new RegExp(`^${running.url}/`));
    for (const name of ['token_endpoint', 'userinfo_endpoint', 'jwks_uri'])
      expect(document[name]).toMatch(new RegExp(`^${inside}/${issuer}/`));
  },
);

test('openid-client logs in with a browser at one address and itself at the other', async () => {
  const { clientId, clientSecret } = await connectMockIdp(running.url).client({
    issuer: 'google',
    name: 'Shop',
    redirectUris: [callback],
  });
  const asked: string[] = [];
  const config = await client.discovery(new URL(`${running.url}/google`), clientId, clientSecret, undefined, {
    execute: [client.allowInsecureRequests],
    [client.customFetch]: (address, options) => {
      asked.push(new URL(address).origin);
      return fetch(address, options as RequestInit);
    },
  });
  const state = client.randomState();
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: callback,
    scope: 'openid email',
    state,
  });
  const chooser = await new Browser(running.url).open(address.href);
  const back = await (await chooser.choose('ada')).allow();
  const tokens = await client.authorizationCodeGrant(config, new URL(back.address), {
    expectedState: state,
    idTokenExpected: true,
  });
  const subject = tokens.claims()?.sub ?? '';
  expect(await client.fetchUserInfo(config, tokens.access_token, subject)).toMatchObject({
    email: 'ada.osei@gmail.com',
  });
  expect(asked).toEqual([running.url, inside, inside]);
});
