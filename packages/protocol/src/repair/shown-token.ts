import type { TokenShown } from '@countersign/claims';
import { shown } from '../rejection.js';
import type { Unbelieved } from './unbelieved.js';

const MOST_NAMES = 40;

const plain = new Set([
  'iss',
  'aud',
  'azp',
  'iat',
  'exp',
  'nbf',
  'auth_time',
  'acr',
  'alg',
  'enc',
  'typ',
  'cty',
  'kid',
]);
const personal = new Set(['sub', 'email']);
/** A name made of letters says what a claim is called; one with digits or an `@` may say whose it is. */
const tellable = /^([A-Za-z_]{1,40}|https:\/\/[a-z.-]{1,30}\/[A-Za-z_/-]{1,20})$/;

type Pseudonym = (value: string) => string;

function said(name: string, value: unknown, pseudonym: Pseudonym): string {
  if (plain.has(name)) return shown(value);
  return personal.has(name) && typeof value === 'string' ? `#${pseudonym(value)}` : 'present';
}

function shownOf(members: Readonly<Record<string, unknown>>, pseudonym: Pseudonym): Record<string, string> {
  const names = Object.keys(members).filter((name) => tellable.test(name));
  return Object.fromEntries(
    names.slice(0, MOST_NAMES).map((name) => [name, said(name, members[name], pseudonym)]),
  );
}

/**
 * What may be kept and shown of a token: which claims it has, and the values of those that are about the token, not
 * about the person.
 * @param pseudonym a keyed digest, eight hex digits: the same person looks the same, and no more
 */
export function shownToken({ headers, claims = {} }: Unbelieved, pseudonym: Pseudonym): TokenShown {
  const told = shownOf(claims, pseudonym);
  return {
    headers: headers.map((header) => shownOf(header, pseudonym)),
    claims: told,
    others: Object.keys(claims).length - Object.keys(told).length,
  };
}
