import { decodeJwt } from 'jose';
import type { TokenParts } from '../profiles/index.js';
import type { World } from '../world/index.js';
import { sealed } from './encrypt.js';
import { signed } from './sign.js';

/** An ID token as oidc-provider made it, for its own eyes, and what it has to say beside. */
export type IssuedIdToken = Omit<TokenParts, 'signed' | 'extra'> & {
  readonly issued: string;
  readonly clientId: string;
};

/** The same statement in this provider's words and in the clock's time, by the issuer's key, sealed for who wants that. */
export async function idTokenOf(
  world: World,
  { issued, clientId, ...parts }: IssuedIdToken,
): Promise<string> {
  const claims = decodeJwt(issued);
  const person = world.people.bySubject(world.key, claims.sub ?? '');
  // oidc-provider counts in the machine's time, which may be a second further than when it signed.
  const { ahead, seconds: iat } = world.clock;
  const exp = iat + (claims.exp ?? 0) - (claims.iat ?? 0);
  const payload = world.profile.idToken({
    ...parts,
    signed: { ...claims, iat, exp },
    extra: person?.claims[world.key] ?? {},
    authTime: parts.authTime === undefined ? undefined : parts.authTime + ahead,
  });
  return sealed(world, clientId, await signed(payload, await world.keys.current()));
}
