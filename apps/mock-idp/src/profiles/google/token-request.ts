import { createHash } from 'node:crypto';
import type { IssuedCode, Refusal, TokenRequest } from '../profile.js';

const refuse = (error: string, description: string, status = 400): Refusal => ({
  status,
  error,
  description,
});

/** What each grant is asked with, beyond the client. */
const grants: Readonly<Record<string, string>> = {
  authorization_code: 'code',
  refresh_token: 'refresh_token',
  'urn:ietf:params:oauth:grant-type:device_code': 'device_code',
  'urn:ietf:params:oauth:grant-type:jwt-bearer': 'assertion',
};

const missing = (name: string): Refusal => refuse('invalid_request', `Missing required parameter: ${name}`);

function judgeClient({ clientId, client, clientSecret }: TokenRequest): Refusal | undefined {
  if (!clientId) return refuse('invalid_request', 'Could not determine client ID from request.');
  if (!client) return refuse('invalid_client', 'The OAuth client was not found.', 401);
  if (!clientSecret) return refuse('invalid_request', 'client_secret is missing.');
  return undefined;
}

function judgeVerifier(form: URLSearchParams, { codeChallenge }: IssuedCode): Refusal | undefined {
  if (!codeChallenge) return undefined;
  const verifier = form.get('code_verifier');
  if (!verifier) return refuse('invalid_grant', 'Missing code verifier.');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  return challenge === codeChallenge ? undefined : refuse('invalid_grant', 'Invalid code verifier.');
}

function judgeCode({ form, clientId, code }: TokenRequest): Refusal | undefined {
  const value = form.get('code');
  if (!value) return missing('code');
  if (!value.startsWith('4/')) return refuse('invalid_grant', 'Malformed auth code.');
  if (!code || code.spent) return refuse('invalid_grant', 'Bad Request');
  const verifier = judgeVerifier(form, code);
  if (verifier) return verifier;
  if (code.clientId !== clientId) return refuse('invalid_grant', 'Bad Request');
  if (code.redirectUri !== form.get('redirect_uri')) return refuse('redirect_uri_mismatch', 'Bad Request');
  return undefined;
}

const judgeSecret = ({ clientSecret, client }: TokenRequest): Refusal | undefined =>
  clientSecret === client?.clientSecret ? undefined : refuse('invalid_client', 'Unauthorized', 401);

/** Service accounts ask this way, without a client; nobody here is one. No capture shows the words. */
const judgeAssertion = ({ form }: TokenRequest): Refusal =>
  form.get('assertion') ? refuse('invalid_grant', 'Invalid grant: account not found') : missing('assertion');

/** Google's token endpoint, check by check: grant type, redirect URI, client, code, verifier, and the secret last. */
export function judgeToken(request: TokenRequest): Refusal | undefined {
  const { form } = request;
  const grantType = form.get('grant_type') ?? '';
  const asked = Object.hasOwn(grants, grantType) ? grants[grantType] : undefined;
  if (!asked) return refuse('unsupported_grant_type', `Invalid grant_type: ${grantType}`);
  if (asked === 'assertion') return judgeAssertion(request);
  if (asked === 'code') {
    if (!form.get('redirect_uri')) return missing('redirect_uri');
    return judgeClient(request) ?? judgeCode(request) ?? judgeSecret(request);
  }
  return judgeClient(request) ?? (form.get(asked) ? judgeSecret(request) : missing(asked));
}

export const reword = ({ error }: Refusal): Refusal =>
  error === 'invalid_client' ? refuse(error, 'Unauthorized', 401) : refuse(error, 'Bad Request');
