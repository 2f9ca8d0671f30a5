import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, compactDecrypt, exportJWK, generateKeyPair } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verified } from './support/answers.js';
import { callback, pkce, signIn, useStandIn } from './support/world.js';

const standIn = useStandIn();

const rows = ['larkspur', 'strict'].flatMap((issuer) =>
  (['RSA-OAEP-256', 'ECDH-ES'] as const).flatMap((alg) =>
    (['A256GCM', 'A128CBC-HS256'] as const).map((enc) => ({ issuer, alg, enc })),
  ),
);

const keyFor = async (alg: string) => {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const kty = alg === 'ECDH-ES' ? ('EC' as const) : ('RSA' as const);
  return { jwk: { ...(await exportJWK(publicKey)), kty, kid: 'enc-1', use: 'enc' }, privateKey };
};

async function opened(token: string, key: CryptoKey) {
  const { plaintext, protectedHeader } = await compactDecrypt(token, key);
  return { inner: new TextDecoder().decode(plaintext), header: protectedHeader };
}

test.each(rows)('$issuer signs, then encrypts with $alg and $enc, in both channels', async (row) => {
  const { issuer, alg, enc } = row;
  const { jwk, privateKey } = await keyFor(alg);
  const client = await standIn.client({ issuer, idTokenEncryption: { alg, enc, jwk } });
  const { verifier, challenge } = pkce();
  const back = await signIn(standIn, client, 'ada', {
    response_type: 'code id_token',
    nonce: 'a-nonce',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  const code = back.fragment.get('code') ?? '';
  const response = await standIn.token(client, { code, code_verifier: verifier });
  const { id_token } = (await response.json()) as { id_token: string };
  for (const token of [back.fragment.get('id_token') ?? '', id_token]) {
    const { inner, header } = await opened(token, privateKey);
    expect(header).toMatchObject({ alg, enc, cty: 'JWT', kid: 'enc-1' });
    const claims = await verified(standIn.issuer(issuer), '/keys', client.clientId, inner);
    expect(claims['nonce']).toBe('a-nonce');
  }
});

let server: Server;
let published: unknown;
beforeAll(async () => {
  server = createServer((_req, res) => {
    if (published === undefined) res.writeHead(503).end();
    else res.setHeader('content-type', 'application/json').end(JSON.stringify(published));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void server.close());

const publishing = () => {
  const jwksUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
  const idTokenEncryption = { alg: 'RSA-OAEP-256', enc: 'A256GCM', jwksUri } as const;
  return standIn.client({ issuer: 'strict', idTokenEncryption });
};

test('the key may be where the client publishes it; keys for signatures are passed over', async () => {
  const { jwk, privateKey } = await keyFor('RSA-OAEP-256');
  const { jwk: other } = await keyFor('RSA-OAEP-256');
  published = { keys: [{ ...other, use: 'sig' }, jwk] };
  const back = await signIn(standIn, await publishing(), 'ada', { response_type: 'id_token', nonce: 'n' });
  const { header } = await opened(back.fragment.get('id_token') ?? '', privateKey);
  expect(header.kid).toBe('enc-1');
});

test.each([
  ['does not answer', undefined, 'answered 503'],
  ['has no key that fits', { keys: [] }, 'has no key'],
  ['is no key set', 'ey', 'has no key'],
])('a key set that %s is a server_error that says so, and no token leaves in the clear', async (...row) => {
  const [, keys, words] = row;
  published = keys;
  const client = await publishing();
  const back = await signIn(standIn, client, 'ada', { response_type: 'id_token', nonce: 'n' });
  expect(back.fragment.get('error')).toBe('server_error');
  expect(back.fragment.get('error_description')).toContain(words);
  expect(back.fragment.has('id_token')).toBe(false);
  const code = (await signIn(standIn, client, 'ada')).query.get('code') ?? '';
  const response = await standIn.token(client, { code });
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({ error: 'server_error' });
});

test('an encryption that cannot work is refused when it is registered', async () => {
  const { jwk } = await keyFor('ECDH-ES');
  const registered = (idTokenEncryption: object) =>
    standIn.client({ issuer: 'strict', redirectUris: [callback], idTokenEncryption } as never);
  await expect(registered({ alg: 'RSA-OAEP-256', enc: 'A256GCM', jwk })).rejects.toThrow(
    /expected an RSA key/,
  );
  await expect(registered({ alg: 'ECDH-ES', enc: 'A256GCM' })).rejects.toThrow(/expected jwk or jwksUri/);
  await expect(registered({ alg: 'ECDH-ES', enc: 'A256GCM', jwk: { ...jwk, d: 'x' } })).rejects.toThrow(
    /expected a public key/,
  );
  await expect(registered({ alg: 'dir', enc: 'A256GCM', jwk })).rejects.toThrow(/idTokenEncryption\.alg/);
});
