import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { findSigner } from './signer.js';

const [present, former, nobodys] = await Promise.all(
  ['a', 'b', 'c'].map(async (kid) => {
    const { publicKey, privateKey } = await generateKeyPair('RS256');
    return { privateKey, jwk: { ...(await exportJWK(publicKey)), kid } };
  }),
);
if (!present || !former || !nobodys) throw new Error('Three keys were made.');
const lastSeen = new Date('2026-11-20T00:00:00Z');
const by = async ({ privateKey }: typeof present) =>
  findSigner({
    token: await new SignJWT({}).setProtectedHeader({ alg: 'RS256', kid: 'unheard-of' }).sign(privateKey),
    algorithm: 'RS256',
    published: [present.jwk],
    former: [{ jwk: former.jwk, lastSeen }],
  });

test('a published key is found behind a wrong `kid`', async () =>
  expect(await by(present)).toEqual({ kind: 'published', keyId: 'a' }));

test('a former key is found, and when it was last seen', async () =>
  expect(await by(former)).toEqual({ kind: 'former', keyId: 'b', lastSeen }));

test('a key nobody published is nobody’s', async () =>
  expect(await by(nobodys)).toEqual({ kind: 'nobody', published: ['a'] }));

test('nonsense is nobody’s, and nothing throws', async () => {
  const search = {
    token: 'a.b.c',
    algorithm: 'none',
    published: [{ kty: 'RSA' }, null as never, 7 as never],
    former: [],
  };
  expect(await findSigner(search)).toMatchObject({ kind: 'nobody' });
});
