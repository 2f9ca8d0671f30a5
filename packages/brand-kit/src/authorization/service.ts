import type { FetchHandler } from '../adapters/fetch-handler.js';
import type { Attempt, Proof } from '../attempt.js';
import { LoginRequired } from '../login-required.js';
import { type Authority, authorityOf } from './authority.js';
import { authorizationEndpoint } from './authorization-endpoint.js';
import { issueCode } from './codes.js';
import { discoveryEndpoint, jwksEndpoint, pathsOf } from './discovery.js';
import { grantOf } from './grant.js';
import { json } from './json-answer.js';
import { endSession, type LogoutDelivery, logoutToken } from './logout.js';
import type { AuthorizationOptions, SignedIn } from './options.js';
import type { SignedOut } from './signed-out.js';
import { tokenEndpoint } from './token-endpoint.js';
import { tooOld } from './too-old.js';
import { userinfoEndpoint } from './userinfo-endpoint.js';

export type AuthorizationService = {
  /** All five endpoints, by the path of the request; 404 for any other. Mount it where the issuer points. */
  readonly handler: FetchHandler;
  readonly discovery: FetchHandler;
  readonly jwks: FetchHandler;
  readonly authorize: FetchHandler;
  readonly token: FetchHandler;
  readonly userinfo: FetchHandler;
  /**
   * A code for a customer in session, without a window: for `proofFor` of the proof handlers. Bound to the attempt's
   * client, nonce and challenge, and to the client's first redirect URI. Undefined: the attempt is for no client here.
   * Throws `LoginRequired` where the attempt wants a more recent sign-in than there was,
   * or one of another `acr`.
   */
  readonly issueCode: (customer: SignedIn, attempt: Attempt) => Promise<Proof | undefined>;
  /** A logout token for one client, for whoever delivers it themselves. */
  readonly logoutToken: (clientId: string, who: SignedOut) => Promise<string>;
  /** Takes back what was issued to the customer (with `sid`: in that session), and tells every client that listens. */
  readonly endSession: (who: SignedOut) => Promise<readonly LogoutDelivery[]>;
};

const SKEW_SECONDS = 60;

async function codeFor(
  authority: Authority,
  customer: SignedIn,
  attempt: Attempt,
): Promise<Proof | undefined> {
  const { issuer, clients, now } = authority;
  const { clientId, scope, nonce, codeChallenge, maxAge, acrValues } = attempt;
  const client = clients.get(clientId);
  const redirectUri = client?.redirectUris[0];
  if (!redirectUri || attempt.issuer !== issuer || codeChallenge === undefined) return undefined;
  // Who signed in anew a moment ago has met a demand of no seconds at all: the service allows a minute as well.
  const allowed = maxAge === undefined ? undefined : maxAge + SKEW_SECONDS;
  const another = acrValues !== undefined && !acrValues.includes(customer.acr ?? '');
  if (another || tooOld(customer, allowed, now())) throw new LoginRequired();
  const bound = { ...grantOf(clientId, scope, customer), redirectUri, nonce, challenge: codeChallenge };
  return { code: await issueCode(authority, bound), redirectUri, iss: issuer };
}

/**
 * A minimal authorization server for a brand that has none: it knows the brand's customers by two callbacks, and the
 * chat's clients by their secrets. OAuth 2.0 authorization codes with PKCE, OpenID Connect ID tokens, back-channel logout.
 * It has no pages of its own to sign in, no consent (its clients are the brand's own chat) and no refresh tokens.
 *
 * Throws a `TypeError` that names what was expected when the options cannot work.
 */
export function createAuthorizationService(options: AuthorizationOptions): AuthorizationService {
  const authority = authorityOf(options);
  const at = pathsOf(authority.issuer);
  const endpoints = {
    discovery: discoveryEndpoint(authority),
    jwks: jwksEndpoint(authority),
    authorize: authorizationEndpoint(authority),
    token: tokenEndpoint(authority),
    userinfo: userinfoEndpoint(authority),
  };
  const path = (address: string) => new URL(address).pathname;
  const byPath = new Map([
    [path(at.discovery), endpoints.discovery],
    [path(at.jwks), endpoints.jwks],
    [path(at.authorization), endpoints.authorize],
    [path(at.token), endpoints.token],
    [path(at.userinfo), endpoints.userinfo],
  ]);
  return {
    ...endpoints,
    handler: async (request) =>
      (await byPath.get(new URL(request.url).pathname)?.(request)) ?? json(404, { error: 'not_found' }),
    issueCode: (customer, attempt) => codeFor(authority, customer, attempt),
    logoutToken: (clientId, who) => logoutToken(authority, clientId, who),
    endSession: (who) => endSession(authority, who),
  };
}
