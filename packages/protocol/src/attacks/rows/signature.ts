import { fromBase64url, toBase64url } from '../../bytes.js';
import { type Change, foundBy } from '../attack.js';
import { editPart, encode, flip } from '../edit.js';
import { andModulus, digestInfo, digestInfoWithoutParameters, overBlock, padded } from '../raw-rsa.js';
import * as by from '../signers.js';

const row = foundBy('signature', 'signature_invalid');
const ofPss = foundBy('signature', 'signature_invalid', 'signed-ps256');
const ofCurve = foundBy('signature', 'signature_invalid', 'signed-es256');
const ofEdwards = foundBy('signature', 'signature_invalid', 'signed-eddsa');
const sealed = foundBy('signature', 'signature_invalid', 'sealed');

const signed = (index: number, edit: (part: string) => string): Change => ({
  signed: (token) => editPart(token, index, edit),
});
const bytes = (change: (signature: Uint8Array) => Uint8Array | readonly number[]): Change =>
  signed(2, (part) => toBase64url(Uint8Array.from(change(fromBase64url(part)))));
const made = (signWith: by.Signer): Change => ({ signWith });

const whole = (value: bigint, length: number): number[] =>
  Array.from({ length }, (_, at) => Number((value >> BigInt(8 * (length - 1 - at))) & 0xffn));
const zero = whole(0n, 32);
/** The order of the group of P-256 (secp256r1 in SEC 2). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
/** The order of the base point of edwards25519: RFC 8032, section 5.1. */
const EDWARDS_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

/** A number added to the second half of an EdDSA signature, which stands least byte first. */
const addOrder = (signature: Uint8Array): number[] => {
  const s = [...signature.subarray(32)].reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return [...signature.subarray(0, 32), ...whole(s + EDWARDS_ORDER, 32).reverse()];
};

/** Minus signs and lengths as ASN.1 writes them, for two numbers of 32 bytes. */
const asDer = (signature: Uint8Array): number[] => {
  const number = (half: Uint8Array) => [0x02, 33, 0, ...half];
  const both = [...number(signature.subarray(0, 32)), ...number(signature.subarray(32))];
  return [0x30, both.length, ...both];
};

/** Signatures that are none, or another's. */
const rsa = {
  'by-an-unpublished-key': row('genuine, by a key the issuer never published', made(by.byStranger)),
  'by-another-published-key': row(
    'by a key of the issuer that the header does not name',
    made(by.bySecondKey),
  ),
  'no-signature': row('the signature is left empty while the header promises one', made(by.nothing)),
  'signature-of-zeros': row('as many bytes as there should be', made(by.fixed(256, 0))),
  'signature-of-ones': row('a number larger than the modulus', made(by.fixed(256, 255))),
  'signature-of-one': row(
    'the number that is its own power',
    bytes((one) => [...one.fill(0).subarray(1), 1]),
  ),
  'one-bit-of-the-signature': row('almost right', signed(2, flip)),
  'half-a-signature': row(
    'cut in the middle',
    bytes((one) => one.subarray(0, 128)),
  ),
  'a-signature-and-more': row(
    'bytes behind it',
    bytes((one) => [...one, 0]),
  ),
  'a-signature-and-less': row(
    'the last byte is gone',
    bytes((one) => one.subarray(0, -1)),
  ),
  'signature-by-pss': row('the right key by the wrong scheme', made(by.pssForPkcs1)),
  'signature-over-sha-1': row('a digest for which collisions are made', made(by.sha1)),
  'signature-over-sha-512': row('a digest the header does not say', made(by.sha512)),
  'signature-over-the-payload': row(
    'the header was never signed',
    made(by.over((input) => input.split('.')[1] ?? '')),
  ),
  'signature-over-nothing': row('genuine, and about nothing', made(by.over(() => ''))),
  'signature-over-the-clear-text': row(
    'signed before it was encoded',
    made(by.over((input) => atob((input.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')))),
  ),
};

const block = (why: string, change: (digest: readonly number[]) => readonly number[]) =>
  row(why, made(overBlock(change)));
const room = (length: number) => Array<number>(length).fill(0);

/** What the issuer's key was put to, padded in a way a lenient verifier reads all the same. */
const paddings = {
  'room-behind-the-digest': block(
    'room behind the digest is room for a forger: with a small exponent a root fits in',
    (digest) => [...padded([...digestInfo, ...digest], { length: 128 }), ...room(128)],
  ),
  'room-within-the-digest-info': block('the same room where parameters belong', (digest) =>
    padded([
      0x30,
      0x51,
      0x30,
      0x2d,
      ...digestInfo.slice(4, 15),
      0x04,
      0x20,
      ...room(32),
      0x04,
      0x20,
      ...digest,
    ]),
  ),
  'digest-info-without-parameters': block('another encoding of the same digest', (digest) =>
    padded([...digestInfoWithoutParameters, ...digest]),
  ),
  'digest-info-in-long-form': block('a length written longer than it need be', (digest) =>
    padded([0x30, 0x81, ...digestInfo.slice(1), ...digest]),
  ),
  'digest-alone': block('a digest that does not say which', padded),
  'padding-of-something-else': block('padding that nobody looked at', (digest) =>
    padded([...digestInfo, ...digest], { ones: 0xfe }),
  ),
  'padding-of-an-encryption': block('the padding of another use of the same key', (digest) =>
    padded([...digestInfo, ...digest], { kind: 2 }),
  ),
  'signature-and-the-modulus': row(
    'the same signature as another number: a replay that looks new',
    made(andModulus(by.genuine['RS256'] ?? by.nothing)),
  ),
  'a-zero-before-the-signature': row(
    'the same number, one byte longer',
    bytes((one) => [0, ...one]),
  ),
};

const texts = {
  'one-bit-of-the-payload': row('something is changed after the issuer has signed', signed(1, flip)),
  'another-payload': row(
    'the signature of one token under the claims of another',
    signed(1, () => encode('{"sub":"somebody-else"}')),
  ),
  'a-claim-added-afterwards': row(
    'a member more, after the signature',
    signed(1, (part) =>
      encode(atob(part.replaceAll('-', '+').replaceAll('_', '/')).replace('{', '{"admin":true,')),
    ),
  ),
  'payload-taken-out': row(
    'a detached payload, which this form has not',
    signed(1, () => ''),
  ),
  'header-changed-afterwards': row(
    'the header is signed as well',
    signed(0, () => encode('{"alg":"RS256","kid":"rsa-1"}')),
  ),
  'by-a-stranger-in-an-envelope': sealed('a good envelope around a bad letter', made(by.byStranger)),
  'nobody-in-an-envelope': sealed('a good envelope around an unsigned letter', made(by.nothing)),
  'changed-before-it-was-sealed': sealed(
    'somebody who has only the encryption key changes a genuine letter',
    signed(1, flip),
  ),
};

const curves = {
  'pss-salt-of-20-bytes': ofPss('a salt shorter than the digest', made(by.salted(20))),
  'pss-salt-of-33-bytes': ofPss('an odd salt, one byte too long', made(by.salted(33))),
  'pss-salt-of-nothing': ofPss('no salt: the same signature every time', made(by.salted(0))),
  'pss-by-the-older-scheme': ofPss('the right key by the wrong scheme', made(by.pkcs1ForPss)),
  'es256-both-zero': ofCurve(
    'r and s of nothing, which some verifiers took for everything',
    bytes(() => [...zero, ...zero]),
  ),
  'es256-r-zero': ofCurve(
    'r of nothing',
    bytes((one) => [...zero, ...one.subarray(32)]),
  ),
  'es256-s-zero': ofCurve(
    's of nothing',
    bytes((one) => [...one.subarray(0, 32), ...zero]),
  ),
  'es256-r-of-the-order': ofCurve(
    'zero in another spelling',
    bytes((one) => [...whole(ORDER, 32), ...one.subarray(32)]),
  ),
  'es256-s-of-the-order': ofCurve(
    'the same for s',
    bytes((one) => [...one.subarray(0, 32), ...whole(ORDER, 32)]),
  ),
  'es256-halves-exchanged': ofCurve(
    's before r',
    bytes((one) => [...one.subarray(32), ...one.subarray(0, 32)]),
  ),
  'es256-both-one': ofCurve(
    'the smallest numbers that are in range',
    bytes(() => [...whole(1n, 32), ...whole(1n, 32)]),
  ),
  'es256-of-longer-halves': ofCurve(
    'zeros before both numbers, as of a larger curve',
    bytes((one) => [...whole(0n, 16), ...one.subarray(0, 32), ...whole(0n, 16), ...one.subarray(32)]),
  ),
  'es256-as-asn-1': ofCurve('the same two numbers in another encoding', bytes(asDer)),
  'es256-by-a-stranger': ofCurve('genuine, by another key of the curve', made(by.byStrangersCurve)),
  'eddsa-of-zeros': ofEdwards('as many bytes as there should be', made(by.fixed(64, 0))),
  'eddsa-of-the-neutral-point': ofEdwards('what verifies under a key of small order', made(by.neutral)),
  'eddsa-s-and-the-order': ofEdwards(
    'the same signature in another spelling: a replay that looks new',
    bytes(addOrder),
  ),
  'eddsa-one-bit': ofEdwards('almost right', signed(2, flip)),
};

export const signatureAttacks = { ...rsa, ...paddings, ...texts, ...curves };
