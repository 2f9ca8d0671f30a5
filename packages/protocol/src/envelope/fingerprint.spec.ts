import { describe, expect, test } from 'vitest';
import { honest, openLarkspur, sealed } from '../../test/honest.js';
import { judgeToken } from '../../test/judge-token.js';
import { encode } from '../attacks/edit.js';
import { forge } from '../attacks/index.js';
import { fromBase64url, toBase64url } from '../bytes.js';

const larkspur = await openLarkspur();

/** The order of the group of P-256 (secp256r1 in SEC 2). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** The other signature that verifies as well: (r, n − s) for (r, s). */
function twinOf(signature: Uint8Array): Uint8Array {
  const hex = [...signature.subarray(32)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const other = (ORDER - BigInt(`0x${hex}`)).toString(16).padStart(64, '0');
  const bytes = other.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
  return Uint8Array.from([...signature.subarray(0, 32), ...bytes]);
}

async function signedByCurve(): Promise<{ token: string; house: typeof larkspur }> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const header = encode(JSON.stringify({ alg: 'ES256', kid: 'curve' }));
  const input = `${header}.${encode(JSON.stringify(honest.claims))}`;
  const signature = await crypto.subtle.sign(algorithm, privateKey, new TextEncoder().encode(input));
  const { kty = 'EC', crv = '', x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey);
  return {
    token: `${input}.${toBase64url(new Uint8Array(signature))}`,
    house: { ...larkspur, published: [{ kty, crv, x, y, kid: 'curve' }] },
  };
}

describe('single use counts by what was signed', () => {
  test('the twin of an ES256 signature verifies and is the same proof', async () => {
    const { token, house } = await signedByCurve();
    const [header, payload, signature = ''] = token.split('.');
    const twin = `${header}.${payload}.${toBase64url(twinOf(fromBase64url(signature)))}`;
    const demands = { algorithms: ['ES256'] as const };
    const [first, second] = [
      await judgeToken(token, house, { demands }),
      await judgeToken(twin, house, { demands }),
    ];
    expect(twin).not.toBe(token);
    expect([first.verdict.kind, second.verdict.kind]).toEqual(['verified', 'verified']);
    expect(await second.fingerprints()).toEqual(await first.fingerprints());
  });

  test('a proof in two envelopes is one proof', async () => {
    const seal = () => forge(sealed, larkspur);
    const [one, other] = [await seal(), await seal()];
    expect(one).not.toBe(other);
    const [first, second] = [await judgeToken(one, larkspur), await judgeToken(other, larkspur)];
    const bare = await judgeToken(await forge(honest, larkspur), larkspur);
    expect(await first.fingerprints()).toHaveLength(1);
    expect(await second.fingerprints()).toEqual(await first.fingerprints());
    expect(await bare.fingerprints()).toEqual(await first.fingerprints());
  });

  test('a jti counts beside it, so that a token minted anew under the same jti is the same proof', async () => {
    const minted = (more: object) =>
      forge({ ...honest, claims: { ...honest.claims, jti: 'one-of-a-kind', ...more } }, larkspur);
    const first = await judgeToken(await minted({}), larkspur);
    const second = await judgeToken(await minted({ favourite_colour: 'teal' }), larkspur);
    expect(await first.fingerprints()).toHaveLength(2);
    const known = await first.fingerprints();
    expect((await second.fingerprints()).filter((one) => known.includes(one))).toHaveLength(1);
  });
});
