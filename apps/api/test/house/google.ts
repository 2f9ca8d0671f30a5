import type { AttemptView } from '@countersign/contracts';
import type { Client } from '@countersign/mock-idp/control';
import { Browser } from './browser.js';

/** What a page's own popup does at the stand-in for Google, for somebody who is signed in there. */
export async function codeFromGoogle(
  issuer: string,
  { clientId, redirectUris }: Pick<Client, 'clientId' | 'redirectUris'>,
  attempt: AttemptView,
  loginHint: string,
): Promise<{ code: string; redirectUri: string; iss?: string }> {
  const redirectUri = redirectUris[0] ?? '';
  const url = new URL(`${issuer}/o/oauth2/v2/auth`);
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: attempt.scope,
    state: attempt.attempt,
    nonce: attempt.nonce,
    code_challenge: attempt.codeChallenge ?? '',
    code_challenge_method: 'S256',
    login_hint: loginHint,
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  const arrived = await new Browser().go(url.href, redirectUri);
  const answer = new URL(arrived.url).searchParams;
  const [code, iss] = [answer.get('code'), answer.get('iss')];
  if (code === null) throw new Error(`No code: ${arrived.url}`);
  return { code, redirectUri, ...(iss === null ? {} : { iss }) };
}
