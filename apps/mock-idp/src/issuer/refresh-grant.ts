import { note } from '../http/index.js';
import type { Offline, Refusal } from '../profiles/index.js';
import type { GrantRequest } from './grant-request.js';
import { issue } from './issue.js';
import { refreshTokenFor } from './offline.js';

/** A new access token for a refresh token; where they rotate, another refresh token as well. RFC 6749, section 6. */
export async function refreshGrant(
  { world, provider, exchange, client, form }: GrantRequest,
  offline: Offline,
): Promise<Refusal | Record<string, unknown>> {
  const { refreshTokens, people, logins, clock, key } = world;
  const { refusals } = offline;
  const found = refreshTokens.find(form.get('refresh_token') ?? '');
  if (found === 'dead') return refusals.dead;
  if (!found || found.clientId !== client.clientId) return refusals.unknown;
  note(exchange.res, { ...logins.of(found.grantId), clientId: client.clientId, subject: found.subject });
  const person = people.bySubject(key, found.subject);
  const sid = offline.endsWithSession ? logins.of(found.grantId)?.sid : undefined;
  if (!person || (sid !== undefined && !world.sessions.of(sid))) {
    refreshTokens.end(found.value);
    return refusals.dead;
  }
  const granted = found.scope.split(' ');
  const asked = offline.spelled(form.get('scope') ?? found.scope);
  if (!asked.every((scope) => granted.includes(scope))) return refusals.scope;
  const next = offline.rotates ? refreshTokenFor(world, found) : {};
  if (offline.rotates) refreshTokens.end(found.value);
  else refreshTokens.touch(found.value);
  const left = found.until === undefined ? undefined : found.until - clock.seconds;
  return issue(world, provider, person, {
    grantId: found.grantId,
    clientId: client.clientId,
    subject: found.subject,
    scope: asked.join(' '),
    authTime: found.authTime,
    grantType: 'refresh_token',
    ...(sid === undefined ? {} : { sid }),
    more: { refresh_token_expires_in: left, ...next },
  });
}
