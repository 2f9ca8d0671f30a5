import * as client from 'openid-client';
import { expect, test } from 'vitest';
import type { Client } from '../src/control/index.js';
import { callback, useStandIn } from './support/world.js';

const standIn = useStandIn();

const configure = ({ issuer, clientId, clientSecret }: Client) =>
  client.discovery(new URL(standIn.issuer(issuer)), clientId, clientSecret, undefined, {
    execute: [client.allowInsecureRequests],
  });

test.each(['google', 'larkspur'])(
  'openid-client logs in at %s: discovery, PKCE, state, nonce, iss, ID token, userinfo',
  async (issuer) => {
    const registered = await standIn.client({ issuer });
    const config = await configure(registered);
    const verifier = client.randomPKCECodeVerifier();
    const state = client.randomState();
    const nonce = client.randomNonce();
    const address = client.buildAuthorizationUrl(config, {
      redirect_uri: callback,
      scope: 'openid email profile',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    const chosen = await (await standIn.browser().open(address.href)).choose('ada');
    const back = chosen.status === 0 ? chosen : await chosen.allow();
    const tokens = await client.authorizationCodeGrant(config, new URL(back.address), {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const subject = tokens.claims()?.sub ?? '';
    const claims = await client.fetchUserInfo(config, tokens.access_token, subject);
    expect(claims).toMatchObject({ sub: subject, email: 'ada.osei@gmail.com' });
  },
);
