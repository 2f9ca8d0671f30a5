import { codeChallengeOf } from '@countersign/protocol';
import { z } from 'zod';
import { newSecret } from '../common/secrets.js';
import type { Provider } from '../relying-party/index.js';
import type { SignInProvider } from './agent-provider.js';

/** What a provider's answer brings in its query. */
export const authorizationResponse = z.object({
  state: z.string().min(1).max(200),
  code: z.string().min(1).optional(),
  error: z.string().optional(),
  iss: z.string().optional(),
});

export type AuthorizationRequest = {
  readonly to: Provider;
  /** Stays here until the code is swapped. */
  readonly codeVerifier: string;
  readonly extra: { readonly code_challenge: string; readonly code_challenge_method: 'S256' };
  readonly who: { readonly prompt: 'select_account' } | { readonly loginHint: string };
};

/** With PKCE. Whoever was refused with one account must be able to choose another, unless it is said who comes. */
export async function authorizationRequest(
  { issuer, settings, authorizationEndpoint, tokenEndpoint }: SignInProvider,
  hint: string | undefined,
): Promise<AuthorizationRequest> {
  const codeVerifier = newSecret();
  return {
    to: { issuer: issuer.url, clientId: settings.clientId, authorizationEndpoint, tokenEndpoint },
    codeVerifier,
    extra: { code_challenge: await codeChallengeOf(codeVerifier), code_challenge_method: 'S256' },
    who: hint === undefined ? { prompt: 'select_account' } : { loginHint: hint },
  };
}
