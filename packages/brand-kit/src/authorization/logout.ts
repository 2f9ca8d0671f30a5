import type { Authority } from './authority.js';
import type { AuthorizationClient } from './options.js';
import { newSecret } from './secret.js';
import { rememberSignOut, type SignedOut } from './signed-out.js';
import { sign } from './tokens.js';

/** What became of telling one client. `status` is missing where nobody answered. */
export type LogoutDelivery = { readonly clientId: string; readonly told: boolean; readonly status?: number };

/** Two minutes: a logout token is for now. OpenID Connect Back-Channel Logout 1.0, section 2.4. */
const LIFETIME_SECONDS = 120;

/** For one client: that this customer, or one session of theirs, is over. */
export async function logoutToken(
  authority: Authority,
  clientId: string,
  { subject, sid }: SignedOut,
): Promise<string> {
  const issuedAt = Math.floor(authority.now().getTime() / 1_000);
  const claims = {
    iss: authority.issuer,
    aud: clientId,
    sub: subject,
    sid,
    iat: issuedAt,
    exp: issuedAt + LIFETIME_SECONDS,
    jti: newSecret(),
    events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
  };
  return sign(authority, claims, 'logout+jwt');
}

async function tell(
  authority: Authority,
  { clientId, backchannelLogoutUri }: AuthorizationClient,
  who: SignedOut,
): Promise<LogoutDelivery> {
  const body = new URLSearchParams({ logout_token: await logoutToken(authority, clientId, who) });
  const init = { method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout(5_000) } as const;
  return fetch(backchannelLogoutUri ?? '', init).then(
    ({ status, ok }) => ({ clientId, told: ok, status }),
    () => ({ clientId, told: false }),
  );
}

/**
 * Takes back what was issued, and tells every client that has a logout address. Whoever was not told stands in the
 * answer: tell them again, each time with a new token.
 */
export async function endSession(authority: Authority, who: SignedOut): Promise<readonly LogoutDelivery[]> {
  await rememberSignOut(authority, who);
  const listening = [...authority.clients.values()].filter((client) => client.backchannelLogoutUri);
  return Promise.all(listening.map((client) => tell(authority, client, who)));
}
