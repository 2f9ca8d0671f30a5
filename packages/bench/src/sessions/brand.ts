import { randomUUID } from 'node:crypto';
import { type AttemptView, type PutBrand, putBrand } from '@countersign/contracts';
import type { SigningKey } from '../verify/signing.js';
import { sign } from '../verify/signing.js';
import { ORIGIN } from './consumer.js';
import { OPERATOR_KEY } from './services.js';

export const BRAND = 'larkspur';
export const CONNECTION = 'site';
const ISSUER = 'https://login.larkspur.example';
const LIFETIME_SECONDS = 300;

const brandWith = ({ jwk }: SigningKey): PutBrand => ({
  name: 'Larkspur Mobile',
  issuers: [
    {
      url: ISSUER,
      label: 'Larkspur',
      discovery: false,
      keys: [jwk as NonNullable<PutBrand['issuers'][number]['keys']>[number]],
    },
  ],
  connections: [
    {
      flow: 'implicit',
      key: CONNECTION,
      label: 'Larkspur account',
      issuer: ISSUER,
      origins: [ORIGIN],
      authoritative: ['*'],
      mapping: { sub: 'sub', name: 'name', account_number: 'account_number' },
      brandServerLabel: 'Larkspur',
    },
  ],
});

/** A brand whose key the service has at hand: nothing is fetched while the clock runs. */
export async function makeBrand(service: string, key: SigningKey, slug = BRAND): Promise<void> {
  const response = await fetch(`${service}/v1/operator/brands/${slug}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${OPERATOR_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify(putBrand.parse(brandWith(key))),
  });
  if (!response.ok) throw new Error(`The brand was not made: ${await response.text()}`);
}

/** An envelope for one customer, in answer to one attempt. */
export const envelopeFor = (
  key: SigningKey,
  { clientId, nonce }: Pick<AttemptView, 'clientId' | 'nonce'>,
) => {
  const iat = Math.floor(Date.now() / 1_000);
  const times = { iat, exp: iat + LIFETIME_SECONDS };
  const person = { sub: `customer-${randomUUID()}`, name: 'Ada Larch', account_number: 'LM-4711' };
  return sign(key, { iss: ISSUER, aud: clientId, nonce, jti: randomUUID(), ...times, ...person });
};
