import { LOGOUT_EVENT } from '../../logout/event.js';
import type { Members } from '../attack.js';
import type { HonestProof, World } from '../honest.js';

const seconds = (date: Date): number => Math.floor(date.getTime() / 1_000);

const claimsOf = ({ issuer, audience, now }: World): Members => ({
  iss: issuer,
  aud: audience,
  iat: seconds(now),
  jti: 'the-only-one',
  events: { [LOGOUT_EVENT]: {} },
});
const header = { alg: 'RS256', kid: 'rsa-1', typ: 'logout+jwt' };

/** Logout tokens with nothing wrong about them. */
export const honestLogouts = {
  everywhere: (world) => ({
    header,
    claims: { ...claimsOf(world), exp: seconds(world.now) + 120, sub: 'ada-0042' },
  }),
  'of-a-session': (world) => ({ header, claims: { ...claimsOf(world), sub: 'ada-0042', sid: 'session-1' } }),
  'of-a-session-alone': (world) => ({ header, claims: { ...claimsOf(world), sid: 'session-1' } }),
  untyped: (world) => ({
    header: { alg: 'RS256', kid: 'rsa-1' },
    claims: { ...claimsOf(world), sub: 'ada-0042' },
  }),
  sealed: (world) => ({
    header,
    claims: { ...claimsOf(world), sub: 'ada-0042' },
    outer: { alg: 'RSA-OAEP-256', enc: 'A256GCM', cty: 'JWT', kid: 'seal-1' },
  }),
} satisfies Record<string, (world: World) => HonestProof>;

export type HonestLogout = keyof typeof honestLogouts;
