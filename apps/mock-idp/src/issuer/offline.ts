import type { TokenAnswer } from '../profiles/index.js';
import type { World } from '../world/index.js';

export type Granted = {
  readonly grantId: string;
  readonly scope: string;
  readonly authTime: number | undefined;
};

/**
 * A refresh token, where one is due. At Google: to a request for offline access whose person was asked to agree; whoever
 * agreed long ago was given one then.
 */
export function refreshTokenFor(
  { profile: { offline }, logins, clients, refreshTokens, clock, key }: World,
  { grantId, scope, authTime }: Granted,
): Pick<TokenAnswer, 'refresh_token' | 'refresh_token_expires_in'> {
  const login = logins.of(grantId);
  if (!offline || !login) return {};
  const { clientId, subject } = login;
  if (!offline.due(login, clients.find(key, clientId))) return {};
  const basic = scope.split(' ').every((name) => offline.basicScopes.has(name));
  const ends = clients.find(key, clientId)?.testing === true && !basic;
  const value = offline.newToken();
  refreshTokens.put(
    {
      value,
      grantId,
      clientId,
      subject,
      scope,
      authTime,
      until: ends ? clock.seconds + offline.testingSeconds : undefined,
      idleSeconds: offline.idleSeconds,
    },
    offline.mostPerPersonAndClient,
  );
  // A second has passed by the time the answer is read.
  return { refresh_token: value, refresh_token_expires_in: ends ? offline.testingSeconds - 1 : undefined };
}
