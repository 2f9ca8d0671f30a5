import { z } from 'zod';

const text = z.string().min(1).max(2000);

/** What a client asks for, and who signs in. What is left out is not sent, but for what no request can do without. */
export const signInRequest = z.strictObject({
  issuer: z.string().min(1),
  clientId: z.string().min(1),
  /** The person's id. */
  person: z.string().min(1),
  /** The first one registered, unless it is said. */
  redirectUri: text.optional(),
  responseType: text.default('code'),
  responseMode: text.optional(),
  scope: text.default('openid email profile'),
  state: text.optional(),
  nonce: text.optional(),
  codeChallenge: text.optional(),
  /** With a challenge S256, unless it is said. */
  codeChallengeMethod: text.optional(),
  /** Any other parameter of the request, by its own name: `{"prompt": "consent"}`. */
  parameters: z.record(z.string().min(1).max(100), z.string().max(2000)).default({}),
});
export type SignInRequest = z.output<typeof signInRequest>;
export type SignInInput = z.input<typeof signInRequest>;

/** The authorization request it amounts to. */
export function queryOf(asked: SignInRequest, registered: string | undefined): URLSearchParams {
  const { codeChallenge, codeChallengeMethod = codeChallenge && 'S256' } = asked;
  const members: Readonly<Record<string, string | undefined>> = {
    client_id: asked.clientId,
    redirect_uri: asked.redirectUri ?? registered,
    response_type: asked.responseType,
    response_mode: asked.responseMode,
    scope: asked.scope,
    state: asked.state,
    nonce: asked.nonce,
    code_challenge: codeChallenge,
    code_challenge_method: codeChallengeMethod,
    ...asked.parameters,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(members)) if (value !== undefined) query.set(name, value);
  return query;
}
