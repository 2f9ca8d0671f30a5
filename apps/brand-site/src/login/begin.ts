import {
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { LoginAttempt } from './attempt';

/** Where somebody is sent to sign in, and what to remember until they are back. */
export async function beginLogin(
  provider: Configuration,
  origin: string,
  { way, to }: Pick<LoginAttempt, 'way' | 'to'>,
  hint: string | null,
): Promise<{ attempt: LoginAttempt; location: URL }> {
  const attempt = {
    way,
    to,
    state: randomState(),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
  };
  const location = buildAuthorizationUrl(provider, {
    redirect_uri: `${origin}/login/callback`,
    scope: 'openid email profile',
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
    ...(hint ? { login_hint: hint } : {}),
  });
  return { attempt, location };
}
