import { expect, it } from 'vitest';
import { forgeOneByte, plan, tampered } from './tamper';

const token = `${btoa('{"alg":"RS256"}')}.e30.${'A-_b'.repeat(20)}`;
const attempt = {
  attempt: 'a',
  reason: 'first',
  issuer: 'i',
  clientId: 'c',
  scope: 'openid',
  nonce: 'n',
} as const;

it('one byte of the signature differs, and nothing else', () => {
  const forged = forgeOneByte(token);
  expect(forged).not.toBe(token);
  expect(forged.split('.').slice(0, 2)).toEqual(token.split('.').slice(0, 2));
  const bytes = (text: string) => Buffer.from(text.split('.')[2] ?? '', 'base64url');
  const differing = [...bytes(forged)].filter((byte, index) => byte !== bytes(token)[index]);
  expect(differing).toHaveLength(1);
});

it('mischief happens once', async () => {
  const method = tampered(() => Promise.resolve({ idToken: token }));
  plan('forge');
  expect(await method(attempt)).not.toEqual({ idToken: token });
  expect(await method(attempt)).toEqual({ idToken: token });
});

it('a code is replayed as it was, with all that came with it', async () => {
  const proof = { code: 'once', redirectUri: 'https://shop.example/chat/callback' };
  let asked = 0;
  const method = tampered(async () => {
    asked += 1;
    return proof;
  });
  await method(attempt);
  plan('replay');
  expect(await method(attempt)).toEqual(proof);
  expect(asked).toBe(1);
});

it('a replay answers what was answered before', async () => {
  let count = 0;
  const method = tampered(() => Promise.resolve({ idToken: `x.y.${count++}` }));
  await method(attempt);
  plan('replay');
  expect(await method(attempt)).toEqual({ idToken: 'x.y.0' });
  expect(count).toBe(1);
});
