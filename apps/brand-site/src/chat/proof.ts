import {
  type Attempt,
  createBackChannelCodeSource,
  createEnvelopeMinter,
  type EncryptionKeySource,
  encryptionKeyFrom,
  type Proof,
} from '@countersign/brand-kit';
import type { Customer } from '../customers/customer';
import { claimsOf } from '../customers/facts';
import type { DemoBrand, DemoConnection } from '../demo-file/schema';
import { subjectFor } from './connection';
import type { AppConnectionKey, ConnectionKey } from './connection-key';

const keySources = new Map<string, EncryptionKeySource>();

function encryptionKey(url: string): EncryptionKeySource {
  const known = keySources.get(url) ?? encryptionKeyFrom(url);
  keySources.set(url, known);
  return known;
}

async function codeFrom(settings: DemoBrand, redirectUri: string, customer: Customer, attempt: Attempt) {
  const { login, backend } = settings;
  if (!login.larkspur || !backend.larkspur)
    throw new Error('This brand has no authorization server of its own.');
  const source = createBackChannelCodeSource({
    issuer: login.larkspur.issuer,
    ...backend.larkspur,
    redirectUri,
  });
  return source(customer.subject, attempt);
}

async function envelopeFrom(
  settings: DemoBrand,
  key: ConnectionKey | AppConnectionKey,
  audience: string,
  customer: Customer,
  attempt: Attempt,
): Promise<Proof> {
  const { issuer, keyId, privateJwk } = settings.envelope;
  const minter = createEnvelopeMinter({
    issuer,
    audience,
    keyId,
    privateKey: privateJwk,
    ...(key === 'sealed' ? { encryptTo: encryptionKey(settings.encryptionKeysUrl) } : {}),
  });
  const claims = claimsOf(customer);
  return { idToken: await minter.mint({ subject: subjectFor(key, customer), nonce: attempt.nonce, claims }) };
}

/** What the shop's backend answers the chat: a code by back channel, or an envelope of its own. */
export function proofFor(
  settings: DemoBrand,
  key: ConnectionKey | AppConnectionKey,
  customer: Customer,
  attempt: Attempt,
): Promise<Proof> {
  const connection: DemoConnection | undefined = settings.connections[key];
  if (!connection) throw new Error(`There is no connection ${key}.`);
  return connection.flow === 'code'
    ? codeFrom(settings, connection.redirectUri, customer, attempt)
    : envelopeFrom(settings, key, connection.audience, customer, attempt);
}
