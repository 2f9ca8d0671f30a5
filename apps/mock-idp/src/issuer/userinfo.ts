import { type Exchange, notesOf, sendJson } from '../http/index.js';
import type { World } from '../world/index.js';
import { claimsOf } from './accounts.js';
import type { AccessToken } from './bearer.js';

/** What userinfo says, at the door that was asked. */
export function toldAt(
  { profile, people, key }: World,
  path: string | undefined,
  claims: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const door = profile.userinfoDoors?.[path ?? ''];
  const person = people.bySubject(key, String(claims['sub']));
  return door?.userinfo(claims) ?? profile.userinfo(claims, person?.claims[key] ?? {});
}

/**
 * Userinfo is older than OpenID Connect at some providers, and tells what the other scopes allow; oidc-provider would refuse.
 * Answers whether that was the answer.
 */
export function tellWithoutOpenId(world: World, exchange: Exchange, token: AccessToken): boolean {
  const { accountId: subject, scope = '' } = token;
  if (!world.profile.userinfoWithoutOpenId || scope.split(' ').includes('openid')) return false;
  const person = world.people.bySubject(world.key, subject);
  if (!person) return false;
  sendJson(exchange, 200, toldAt(world, notesOf(exchange.res).path, claimsOf(person, subject, scope)));
  return true;
}
