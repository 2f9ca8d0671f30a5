import { z } from 'zod';

/**
 * What a connection in LivePerson mode asks less strictly. A closed list: whoever wants another rule relaxed adds
 * it here, and then the console, the traces and the agent's panel name it.
 */
export const relaxations = {
  nonce:
    'A token need not carry a nonce: it may be older than the attempt. One that is there must be the attempt’s.',
  audience: 'A token need not carry `aud`. One that is there must match.',
  type: '`typ` and `cty` may be absent, also outside an encrypted token.',
  pkce: 'A code is redeemed without PKCE.',
  email: 'An e-mail address is the issuer’s own statement: `email_verified` is not asked for.',
  assurance: 'A proof counts until the token’s `exp`, not for minutes of the connection.',
  lifetime: 'A token may live 24 hours.',
} as const satisfies Record<string, string>;

export type Relaxation = keyof typeof relaxations;
export const relaxationNames = Object.keys(relaxations) as readonly Relaxation[];
export const relaxation = z.enum(relaxationNames as [Relaxation, ...Relaxation[]]);
