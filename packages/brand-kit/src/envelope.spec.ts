import { compactDecrypt, exportJWK, generateKeyPair, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import { createEnvelopeMinter, jwksOf } from './envelope.js';

const keys = await generateKeyPair('RS256', { extractable: true });
const privateKey = await exportJWK(keys.privateKey);
const shared = {
  issuer: 'https://brand.example',
  audience: 'https://chat.example/connections/1',
  privateKey,
  keyId: 'k1',
};
const now = () => new Date('2026-11-23T10:00:00Z');
const verify = (token: string) => jwtVerify(token, keys.publicKey, { currentDate: now() });

test('an envelope verifies, and carries the attempt’s nonce, a subject and five minutes', async () => {
  const token = await createEnvelopeMinter(shared, now).mint({
    subject: 'cust-1',
    nonce: 'n1',
    claims: { name: 'Ada' },
  });
  const { payload, protectedHeader } = await verify(token);
  expect(protectedHeader).toEqual({ alg: 'RS256', kid: 'k1', typ: 'JWT' });
  expect(payload).toMatchObject({
    iss: shared.issuer,
    aud: shared.audience,
    sub: 'cust-1',
    nonce: 'n1',
    name: 'Ada',
  });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
});

test('a claim of the brand’s own never replaces what makes it a proof', async () => {
  const claims = { iss: 'https://evil.example', sub: 'another', aud: 'x', nonce: 'y', exp: 1 };
  const { payload } = await verify(
    await createEnvelopeMinter(shared, now).mint({ subject: 'cust-1', nonce: 'n1', claims }),
  );
  expect(payload).toMatchObject({ iss: shared.issuer, aud: shared.audience, sub: 'cust-1', nonce: 'n1' });
});

test.each([
  ['RSA-OAEP-256', 'RSA-OAEP-256'],
  ['ECDH-ES', undefined],
] as const)('an envelope encrypted to a key for %s opens with it alone', async (algorithm, alg) => {
  const pair = await generateKeyPair(algorithm, { extractable: true });
  const { alg: _, ...key } = await exportJWK(pair.publicKey);
  const encryptTo = async () => ({ ...key, kid: 'e1', ...(alg ? { alg } : {}) });
  const token = await createEnvelopeMinter({ ...shared, encryptTo }, now).mint({
    subject: 'cust-1',
    nonce: 'n1',
  });
  expect(token.split('.')).toHaveLength(5);
  const { plaintext, protectedHeader } = await compactDecrypt(token, pair.privateKey);
  expect(protectedHeader).toMatchObject({ cty: 'JWT', enc: 'A256GCM', kid: 'e1' });
  expect((await verify(new TextDecoder().decode(plaintext))).payload.sub).toBe('cust-1');
});

test('a published set never holds a private member', () => {
  const [published] = jwksOf([{ ...privateKey, kid: 'k1', alg: 'RS256', use: 'sig' }]).keys;
  expect(Object.keys(published ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
});
