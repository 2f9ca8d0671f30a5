import * as client from 'openid-client';
import { beforeAll, expect, test } from 'vitest';
import type { Client, FaultName } from '../src/control/index.js';
import { listed } from '../src/faults/index.js';
import type { Page } from './support/browser.js';
import { callback, useStandIn } from './support/world.js';

const standIn = useStandIn();
let registered: Client;
let ownServer: Client;

beforeAll(async () => {
  registered = await standIn.client();
  ownServer = await standIn.client({ issuer: 'larkspur' });
});

/** What openid-client throws, as whoever wrote the page would tell it. */
function wordFor(error: unknown): string {
  if (error instanceof client.AuthorizationResponseError)
    return error.error === 'access_denied' ? 'declined' : 'page_method_failed';
  const { cause, message } = error instanceof Error ? error : new Error(String(error));
  const told = `${message} ${cause instanceof Error ? cause.message : ''}`;
  if (/"state"/.test(told)) return 'attempt_unknown';
  if (/"iss"/.test(told)) return 'issuer_mismatch';
  return told;
}

async function signedIn(first: Page, person: string): Promise<Page> {
  const chosen = await first.choose(person);
  return chosen.status === 200 ? chosen.allow() : chosen;
}

/** A client that others wrote, from the request to the tokens. */
async function loginAs(person: string, at = registered): Promise<string> {
  const config = await client.discovery(
    new URL(standIn.issuer(at.issuer)),
    at.clientId,
    at.clientSecret,
    undefined,
    { execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks] },
  );
  const [verifier, state, nonce] = [
    client.randomPKCECodeVerifier(),
    client.randomState(),
    client.randomNonce(),
  ];
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: callback,
    scope: 'openid email profile',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  });
  const back = await signedIn(await standIn.browser().open(address.href), person);
  if (back.status !== 0) return 'page_method_silent';
  try {
    await client.authorizationCodeGrant(config, new URL(back.address), {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    return 'verified';
  } catch (error) {
    return wordFor(error);
  }
}

const onTheWay = listed.filter(
  ({ at, judge, name }) => judge === 'client' || (at === 'return' && !name.startsWith('code-')),
);

test.each(onTheWay)('$name is $expect to openid-client, and its next login is verified', async (row) => {
  await standIn.control.fault({ issuer: 'google', fault: row.name, aim: { loginHint: 'ada' } });
  expect(await loginAs('ben')).toBe('verified');
  expect(await loginAs('ada')).toBe(row.expect);
  expect(await loginAs('ada')).toBe('verified');
});

test('the iss that a provider promised is missed', async () => {
  const aim = { loginHint: 'ada' };
  await standIn.control.fault({ issuer: 'larkspur', fault: 'issuer-missing-in-callback', aim });
  expect(await loginAs('ada', ownServer)).toBe('issuer_mismatch');
  expect(await loginAs('ada', ownServer)).toBe('verified');
});

const refusedToo: FaultName[] = [
  'signature-broken',
  'signature-of-a-stranger',
  'claims-changed-after-signing',
  'key-unknown',
  'algorithm-none',
  'hs256-with-the-public-key',
  'header-crit',
  'another-audience',
  'another-issuer',
  'another-nonce',
  'nonce-missing',
  'subject-missing',
  'expired',
  'exp-as-text',
  'jwe-unasked',
  'truncated',
  'code-already-used',
  'client-refused',
  'token-down',
  'token-not-json',
  'token-redirect',
  'id-token-missing',
];

test.each(refusedToo)('%s is refused by openid-client as well', async (fault) => {
  await standIn.control.fault({ issuer: 'google', fault, aim: { loginHint: 'ada' } });
  expect(await loginAs('ada')).not.toBe('verified');
  expect((await standIn.control.faults()).map((armed) => armed.fault)).not.toContain(fault);
  expect(await loginAs('ada')).toBe('verified');
});

test('G44: a browser that a program drives is refused with a page, and not signed in (raw HTTP)', async () => {
  await standIn.control.fault({
    issuer: 'google',
    fault: 'automated-browser-refused',
    aim: { loginHint: 'ada' },
  });
  const browser = standIn.browser();
  const refused = await (await browser.open(standIn.authorize(registered))).choose('ada');
  expect([refused.status, refused.heading]).toEqual([403, 'Error 403: browser_not_secure']);
  expect((await browser.open(standIn.authorize(registered, { prompt: 'none' }))).query.get('error')).toBe(
    'login_required',
  );
});
