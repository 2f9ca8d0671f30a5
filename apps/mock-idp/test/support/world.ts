import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import { type Client, type ClientInput, connectMockIdp, type MockIdp } from '../../src/control/index.js';
import { type RunningMockIdp, startMockIdp } from '../../src/index.js';
import { Browser, type Page } from './browser.js';

export const callback = 'http://shop.localhost:4999/callback';

export type Pkce = { readonly verifier: string; readonly challenge: string };

export function pkce(): Pkce {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** A stand-in for one file of tests, with what they all do. */
export function useStandIn(start: () => Promise<Pick<RunningMockIdp, 'url' | 'close'>> = startMockIdp) {
  let running: Pick<RunningMockIdp, 'url' | 'close'>;
  let control: MockIdp;
  let made = 0;
  beforeAll(async () => {
    running = await start();
    control = connectMockIdp(running.url);
  });
  afterAll(() => running.close());

  const issuer = (key = 'google') => `${running.url}/${key}`;
  return {
    get url() {
      return running.url;
    },
    get control() {
      return control;
    },
    issuer,
    browser: () => new Browser(running.url),
    client: (input: Partial<ClientInput> = {}): Promise<Client> => {
      made += 1;
      return control.client({ issuer: 'google', name: `Shop ${made}`, redirectUris: [callback], ...input });
    },
    authorize: (client: Client, more: Record<string, string> = {}): string => {
      const path = client.issuer.startsWith('google') ? '/o/oauth2/v2/auth' : '/authorize';
      const query = new URLSearchParams({
        client_id: client.clientId,
        redirect_uri: callback,
        response_type: 'code',
        scope: 'openid email profile',
        state: 'a-state',
        ...more,
      });
      return `${issuer(client.issuer)}${path}?${query}`;
    },
    token: (client: Client, form: Record<string, string>): Promise<Response> =>
      fetch(`${issuer(client.issuer)}/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          redirect_uri: callback,
          client_id: client.clientId,
          client_secret: client.clientSecret,
          ...form,
        }),
      }),
  };
}

export type StandIn = ReturnType<typeof useStandIn>;

/** Signs somebody in by the chooser and agrees; the page is the return to the client. */
export async function signIn(
  standIn: StandIn,
  client: Client,
  person: string,
  more: Record<string, string> = {},
  browser = standIn.browser(),
): Promise<Page> {
  const chooser = await browser.open(standIn.authorize(client, more));
  const next = await chooser.choose(person);
  return next.asksConsent ? next.allow() : next;
}
