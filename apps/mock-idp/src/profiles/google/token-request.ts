import { createHash } from 'node:crypto';
import type { IssuedCode, Refusal, TokenRequest } from '../profile.js';

const refuse = (error: string, description: string, status = 400): Refusal => ({
  status,
  error,
  description,
});

function judgeClient({ form, clientId, client, clientSecret }: TokenRequest): Refusal | undefined {
  const grantType = form.get('grant_type') ?? '';
  if (grantType !== 'authorization_code')
    return refuse('unsupported_grant_type', `Invalid grant_type: ${grantType}`);
  if (!form.get('redirect_uri')) return refuse('invalid_request', 'Missing required parameter: redirect_uri');
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
  if (!value) return refuse('invalid_request', 'Missing required parameter: code');
  if (!value.startsWith('4/')) return refuse('invalid_grant', 'Malformed auth code.');
  if (!code || code.spent) return refuse('invalid_grant', 'Bad Request');
  const verifier = judgeVerifier(form, code);
  if (verifier) return verifier;
  if (code.clientId !== clientId) return refuse('invalid_grant', 'Bad Request');
  if (code.redirectUri !== form.get('redirect_uri')) return refuse('redirect_uri_mismatch', 'Bad Request');
  return undefined;
}

/** Google's token endpoint, check by check: grant type, redirect URI, client, code, verifier, and the secret last. */
export function judgeToken(request: TokenRequest): Refusal | undefined {
  const early = judgeClient(request) ?? judgeCode(request);
  if (early) return early;
  return request.clientSecret === request.client?.clientSecret
    ? undefined
    : refuse('invalid_client', 'Unauthorized', 401);
}

export const reword = ({ error }: Refusal): Refusal =>
  error === 'invalid_client' ? refuse(error, 'Unauthorized', 401) : refuse(error, 'Bad Request');
