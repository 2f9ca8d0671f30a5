import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { World } from '../world/index.js';
import { accountOf, claimsByScope } from './accounts.js';
import { adapterFor } from './adapter.js';
import { askedFor, toldTypes } from './asked.js';
import { grantFor } from './grants.js';
import { followHint } from './hint.js';
import { policyOf } from './policy.js';

const bitsPerCharacter = 6;
const day = 24 * 60 * 60;

const cookiesOf = ({ key, mount }: World): Configuration['cookies'] => ({
  keys: [randomBytes(32)],
  names: {
    session: `idp_${key}_session`,
    interaction: `idp_${key}_interaction`,
    resume: `idp_${key}_resume`,
  },
  // Not signed: each holds a random id of 43 characters, which nobody guesses and a signature makes no better.
  long: { path: mount || '/', sameSite: 'lax', httpOnly: true, signed: false },
  // Without a path: oidc-provider gives each sign-in its own, so that two in one browser do not meet.
  short: { sameSite: 'lax', httpOnly: true, signed: false },
});

/** Requests may carry these; a hook on the first is the one place before the session is read. */
const extraParamsOf = (world: World): NonNullable<Configuration['extraParams']> => ({
  access_type: (ctx: KoaContextWithOIDC) => followHint(world, ctx),
  include_granted_scopes: null,
  [askedFor]: null,
  hd: null,
});

/** The shapes of codes and tokens, by their length; a profile adds what stands before. */
const formatsOf = ({ profile }: World): Configuration['formats'] => ({
  bitsOfOpaqueRandomness: (_ctx, { kind }: { kind?: string }) => {
    if (kind === 'AuthorizationCode') return profile.codeLength * bitsPerCharacter;
    if (kind === 'AccessToken') return profile.accessTokenLength * bitsPerCharacter;
    return 256;
  },
});

/** A provider without keys makes some, and warns: this one has a key, and signs with nobody's but the client's secret. */
const ownKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });

export function configurationOf(world: World, showError: Configuration['renderError']): Configuration {
  const { key, mount, profile, people } = world;
  return {
    adapter: adapterFor(world),
    jwks: { keys: [{ ...ownKey(), kty: 'EC', use: 'sig', alg: 'ES256' }] },
    enabledJWA: { idTokenSigningAlgValues: ['HS256'] },
    cookies: cookiesOf(world),
    claims: claimsByScope,
    scopes: ['openid', ...(profile.moreScopes ?? [])],
    responseTypes: [...toldTypes(profile)] as NonNullable<Configuration['responseTypes']>,
    conformIdTokenClaims: profile.claimsInIdToken === 'standard',
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    expiresWithSession: () => false,
    extraParams: extraParamsOf(world),
    features: {
      claimsParameter: { enabled: profile.claimsParameter },
      devInteractions: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      // Signing out is ours: an ID token that comes back as a hint was signed by our keys.
      rpInitiatedLogout: { enabled: false },
    },
    findAccount: (_ctx, subject) => {
      const person = people.bySubject(key, subject);
      return person && accountOf(person, subject);
    },
    formats: formatsOf(world),
    interactions: { policy: policyOf(world), url: (_ctx, { uid }) => `${mount}/interaction/${uid}` },
    issueRefreshToken: () => false,
    loadExistingGrant: (ctx) => grantFor(world, ctx),
    pkce: {
      required: (_ctx, { clientId }) =>
        (world.clients.find(key, clientId)?.pkce ?? profile.pkce) === 'required',
    },
    renderError: showError,
    routes: {
      authorization: profile.routes.authorization,
      token: profile.routes.token,
      userinfo: profile.routes.userinfo,
      jwks: profile.routes.jwks,
    },
    ttl: {
      AccessToken: profile.accessTokenSeconds,
      AuthorizationCode: 600,
      // What ends a grant is its refresh token's end, or its revocation.
      Grant: 3650 * day,
      IdToken: 3600,
      Interaction: 3600,
      Session: 14 * day,
    },
  };
}
