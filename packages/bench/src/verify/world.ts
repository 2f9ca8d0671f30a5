import { randomUUID } from 'node:crypto';
import type { AttemptToJudge, ProofPolicy } from '@countersign/protocol';
import { policyFor } from '@countersign/protocol';
import { ALGORITHMS } from './signing.js';

const ISSUER = 'https://login.larkspur.example';
const AUDIENCE = 'https://chat.example/connections/0198c2f4-7a51-7c3e-9d1a-2f6b8e4d5c70';
const HOUR = 3_600;

/** What a brand says of a customer: as large as such tokens are. */
export const claimsFor = (nonce: string, now: Date): Record<string, unknown> => {
  const iat = Math.floor(now.getTime() / 1_000);
  return {
    iss: ISSUER,
    sub: 'customer-4711',
    aud: AUDIENCE,
    iat,
    exp: iat + HOUR,
    nonce,
    jti: randomUUID(),
    auth_time: iat - 60,
    name: 'Ada Larch',
    given_name: 'Ada',
    family_name: 'Larch',
    email: 'ada.larch@mail.example',
    email_verified: true,
    locale: 'en-GB',
    account_number: 'LM-4711',
  };
};

/** The rules of a connection that allows all four algorithms. */
export const policyWith = (encryption: ProofPolicy['encryption']): ProofPolicy =>
  policyFor({
    connection: 'site',
    issuer: { url: ISSUER, aliases: [] },
    audience: AUDIENCE,
    algorithms: ALGORITHMS,
    encryption,
  });

export const attemptAt = (startedAt: Date): AttemptToJudge => ({ nonce: randomUUID(), startedAt });
