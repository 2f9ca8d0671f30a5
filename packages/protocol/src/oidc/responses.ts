import {
  type RejectionReason,
  type TokenResponse,
  tokenResponse,
  type UserinfoClaims,
  userinfoClaims,
} from '@countersign/claims';
import type { JWK } from 'jose';
import { z } from 'zod';
import { keyId } from '../key-id.js';
import { accepted, type Outcome, refused, reject } from '../rejection.js';

/** A provider's answer as the shell brings it: status and body as text, nothing parsed yet. */
export type ProviderAnswer = { readonly status: number; readonly body: string };

function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const oauthError = z.looseObject({ error: z.string() });

// A map, not an object: a provider's word must not find what every object has.
const meaning: ReadonlyMap<string, RejectionReason> = new Map([
  ['invalid_grant', 'code_refused'],
  ['invalid_code', 'code_refused'],
  // Of LivePerson's convention: the endpoint could not read the request.
  ['json_parse_error', 'provider_answer_invalid'],
  ['redirect_uri_mismatch', 'redirect_uri_mismatch'],
  ['invalid_client', 'client_refused'],
  ['unauthorized_client', 'client_refused'],
]);

/** To a refresh token the provider says by `invalid_grant` that it renews no longer. RFC 6749, section 5.2. */
export function readRenewedTokens(answer: ProviderAnswer): Outcome<TokenResponse> {
  const tokens = readTokens(answer);
  if (tokens.ok || tokens.rejection.reason !== 'code_refused') return tokens;
  return refused({ ...tokens.rejection, reason: 'refresh_refused' });
}

/** RFC 6749, section 5.1 and 5.2; OpenID Connect Core 1.0, section 3.1.3.3. */
export function readTokens({ status, body }: ProviderAnswer): Outcome<TokenResponse> {
  // It is the provider who cannot, not the answer that is wrong. RFC 6585, section 4.
  if (status >= 500 || status === 429)
    return refused(reject('provider_unavailable', 'status 200', `status ${status}`));
  const content = json(body);
  if (status !== 200) {
    const parsed = oauthError.safeParse(content);
    const known = parsed.success ? meaning.get(parsed.data.error) : undefined;
    // Of an error that is not known only the status is told: the provider writes into it what it likes.
    const said = known && parsed.success ? `${status} ${parsed.data.error}` : `status ${status}`;
    return refused(reject(known ?? 'provider_answer_invalid', 'tokens', said));
  }
  const tokens = tokenResponse.safeParse(content);
  if (!tokens.success || tokens.data.token_type.toLowerCase() !== 'bearer')
    return refused(
      reject('provider_answer_invalid', 'id_token, access_token, token_type Bearer', 'something else'),
    );
  return accepted(tokens.data);
}

/** Userinfo of another subject is not used at all. OpenID Connect Core 1.0, section 5.3.2. */
export function readUserinfo({ status, body }: ProviderAnswer, subject: string): Outcome<UserinfoClaims> {
  if (status !== 200) return refused(reject('provider_unavailable', 'status 200', `status ${status}`));
  const claims = userinfoClaims.safeParse(json(body));
  if (!claims.success) return refused(reject('provider_answer_invalid', 'JSON with `sub`', 'something else'));
  return claims.data.sub === subject
    ? accepted(claims.data)
    : refused(reject('userinfo_subject_mismatch', 'the subject of the ID token', 'another subject'));
}

export const discovery = z.looseObject({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  subject_types_supported: z.array(z.string()).optional(),
});
export type Discovery = z.infer<typeof discovery>;

/** The document must name the very issuer it was asked of. OpenID Connect Discovery 1.0, section 4.3. */
export function readDiscovery({ status, body }: ProviderAnswer, issuer: string): Outcome<Discovery> {
  if (status !== 200) return refused(reject('provider_unavailable', 'status 200', `status ${status}`));
  const document = discovery.safeParse(json(body));
  if (!document.success)
    return refused(reject('provider_answer_invalid', 'issuer, endpoints and jwks_uri', 'something else'));
  return document.data.issuer === issuer
    ? accepted(document.data)
    : refused(reject('issuer_mismatch', issuer, document.data.issuer));
}

const jwks = z.looseObject({ keys: z.array(z.unknown()) });
/** The members that are looked at before a key is tried, each of its type. RFC 7517, section 4. */
const jwk = z.looseObject({
  kty: z.string(),
  kid: keyId.optional(),
  alg: z.string().optional(),
  use: z.string().optional(),
  key_ops: z.array(z.string()).optional(),
});

/** Keys that are not understood are passed over: they take nothing from the others. RFC 7517, section 5. */
export function readKeys({ status, body }: ProviderAnswer): Outcome<readonly JWK[]> {
  if (status !== 200) return refused(reject('keys_unavailable', 'status 200', `status ${status}`));
  const set = jwks.safeParse(json(body));
  const understood = set.data?.keys.flatMap((one) => jwk.safeParse(one).data ?? []);
  const useless = understood?.length === 0 && set.data?.keys.length !== 0;
  return understood && !useless
    ? accepted(understood as JWK[])
    : refused(reject('keys_unavailable', 'a JWKS', 'something else'));
}
