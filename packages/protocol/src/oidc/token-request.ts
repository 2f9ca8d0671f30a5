import { accepted, type Outcome, refused, reject } from '../rejection.js';

declare const checked: unique symbol;
/** A code with the redirect URI it must be redeemed with. Only `checkCode` makes one. */
export type CheckedCode = { readonly code: string; readonly redirectUri: string; readonly [checked]: true };

export type CodeAnswer = {
  readonly code: string;
  readonly redirectUri?: string | undefined;
  readonly iss?: string | undefined;
};

const LIMIT = 2_048;

/** The redirect URI must equal a registered one character for character; the first is the default. RFC 6749, section 4.1.3. */
export function checkRedirectUri(
  { redirectUri }: CodeAnswer,
  registered: readonly string[],
): Outcome<string> {
  const used = redirectUri ?? registered[0];
  return used !== undefined && registered.includes(used)
    ? accepted(used)
    : refused(reject('redirect_uri_mismatch', registered, 'none of them'));
}

/**
 * Mix-up defence: whoever answered must be the issuer of the connection. RFC 9207, section 2.4.
 *
 * @param demanded the provider says of itself that it names itself in each answer: one without a name is not its own
 */
export function checkResponseIssuer(
  { iss }: Pick<CodeAnswer, 'iss'>,
  known: readonly string[],
  demanded = false,
): Outcome<string | undefined> {
  if (iss === undefined && demanded)
    return refused(reject('issuer_mismatch', known[0] ?? '', 'no issuer named'));
  return iss === undefined || known.includes(iss)
    ? accepted(iss)
    : refused(reject('issuer_mismatch', known[0] ?? '', iss));
}

export function checkCode(answer: CodeAnswer, redirectUri: string): Outcome<CheckedCode> {
  if (answer.code.length > LIMIT)
    return refused(
      reject('proof_too_large', `a code of at most ${LIMIT} characters`, `${answer.code.length} characters`),
    );
  return accepted({ code: answer.code, redirectUri } as CheckedCode);
}

/** The body of the token request. RFC 6749, section 4.1.3; RFC 7636, section 4.5. */
export const tokenForm = (
  { code, redirectUri }: CheckedCode,
  codeVerifier: string | undefined,
): URLSearchParams =>
  new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    ...(codeVerifier === undefined ? {} : { code_verifier: codeVerifier }),
  });

/** The body of the request that renews. RFC 6749, section 6. */
export const refreshForm = (refreshToken: string): URLSearchParams =>
  new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken });

const encoded = (text: string) => new URLSearchParams({ '': text }).toString().slice(1);

/** `client_secret_basic`: both halves form-encoded first. RFC 6749, section 2.3.1. */
export const basicCredentials = (clientId: string, clientSecret: string): string =>
  `Basic ${btoa(`${encoded(clientId)}:${encoded(clientSecret)}`)}`;
