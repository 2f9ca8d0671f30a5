import { scopesOf } from '../profiles/index.js';
import type { World } from '../world/index.js';
import type { Interaction } from './interaction.js';

/** What is asked for, as far as the issuer knows it. */
export function askedOf({ profile }: World, { params }: Interaction): readonly string[] {
  const known = new Set(scopesOf(profile));
  const asked = String(params['scope'] ?? '').split(' ');
  return [...new Set(asked)].filter((scope) => known.has(scope));
}

/** Whoever is asked for several things may grant one and decline another; that it is them is not one of these. */
export function optionalOf(asked: readonly string[]): readonly string[] {
  const optional = asked.filter((scope) => scope !== 'openid');
  return optional.length > 1 ? optional : [];
}

/** What the person left ticked. A form without boxes agrees to everything. */
export function grantedBy(form: URLSearchParams, asked: readonly string[]): readonly string[] {
  if (form.get('chosen') === null) return asked;
  const ticked = new Set(form.getAll('scope'));
  const optional = optionalOf(asked);
  return asked.filter((scope) => !optional.includes(scope) || ticked.has(scope));
}
