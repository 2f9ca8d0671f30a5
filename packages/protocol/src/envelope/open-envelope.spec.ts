import { CompactEncrypt, exportJWK } from 'jose';
import { expect, test } from 'vitest';
import { honest, openLarkspur, sealed } from '../../test/honest.js';
import { judgeToken } from '../../test/judge-token.js';
import { forge } from '../attacks/index.js';

const larkspur = await openLarkspur();
const demands = { encryption: 'required' as const };
const envelope = () => forge(sealed, larkspur);

test('a key that was retired from publishing still opens what was sealed to it', {
  timeout: 30_000,
}, async () => {
  const other = await openLarkspur();
  const [newest] = other.decryptionKeys;
  const decryptionKeys = [{ ...newest, kty: 'RSA', kid: 'seal-2' }, ...larkspur.decryptionKeys];
  const { verdict } = await judgeToken(await envelope(), { ...larkspur, decryptionKeys }, { demands });
  expect(verdict.kind).toBe('verified');
});

test('an envelope that names no key is tried with each', async () => {
  const token = await forge(sealed, larkspur, { outer: ({ kid: _, ...outer }) => outer });
  expect((await judgeToken(token, larkspur, { demands })).verdict.kind).toBe('verified');
});

test('an envelope in an envelope is refused', async () => {
  const inner = await envelope();
  const token = await forge(sealed, larkspur, { signed: () => inner });
  expect((await judgeToken(token, larkspur, { demands })).verdict).toEqual({
    kind: 'rejected',
    reason: 'proof_malformed',
  });
});

test('an envelope by key agreement is opened', async () => {
  const algorithm = { name: 'ECDH', namedCurve: 'P-256' };
  const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, true, ['deriveBits']);
  const token = await new CompactEncrypt(new TextEncoder().encode(await forge(honest, larkspur)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', cty: 'JWT', kid: 'curve' })
    .encrypt(publicKey);
  const decryptionKeys = [{ ...(await exportJWK(privateKey)), kid: 'curve', alg: 'ECDH-ES' }];
  expect((await judgeToken(token, { ...larkspur, decryptionKeys }, { demands })).verdict.kind).toBe(
    'verified',
  );
});
