import { randomUUID } from 'node:crypto';
import type { AttemptView } from '@countersign/contracts';
import { ISSUER } from './larkspur.js';

/** Claims of an envelope with nothing wrong, to be made wrong in one place. */
export const goodClaims = (
  { clientId, nonce }: Pick<AttemptView, 'clientId' | 'nonce'>,
  now: Date,
  iss = ISSUER,
): Record<string, unknown> => {
  const iat = Math.floor(now.getTime() / 1_000);
  const person = { sub: 'customer-4711', name: 'Ada Larch', account_number: 'LM-4711' };
  return { iss, aud: clientId, nonce, iat, exp: iat + 300, jti: randomUUID(), ...person };
};
