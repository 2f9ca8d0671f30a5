import type { JWK } from 'jose';
import { toBase64url } from '../../bytes.js';
import { type Change, foundBy, type Members } from '../attack.js';
import { said } from '../changes.js';
import { without } from '../edit.js';
import type { Keyring } from '../keyring.js';
import { byCurve384, byShortKey, genuine, neutral } from '../signers.js';

const unknown = foundBy('key', 'key_unknown');
const called = (why: string, ...kids: readonly string[]) => unknown(why, ...kids.map((kid) => said({ kid })));
const named = { without: (kid: string) => (keys: readonly JWK[]) => keys.filter((key) => key.kid !== kid) };
const twice = (order: (genuine: JWK, other: JWK) => JWK[]): Change => ({
  keys: (keys) => {
    const [first, second] = keys;
    return first && second ? [...order(first, { ...second, kid: 'rsa-1' }), ...keys.slice(2)] : keys;
  },
});
const ambiguous = foundBy('key', 'key_unsuitable');

/** Headers that name a key nobody published, or none. */
const naming = {
  'key-never-published': called('a key the issuer does not have', 'never-published'),
  'key-retired': unknown('a key the issuer no longer publishes', { keys: named.without('rsa-1') }),
  'no-keys-at-all': unknown('an issuer that publishes nothing vouches for nothing', { keys: () => [] }),
  'key-by-path': called('a name that leads to a file', '../../../../dev/null', '..\\..\\windows\\win.ini'),
  'key-by-query': called(
    'a name that ends a statement and begins another',
    "rsa-1' OR '1'='1",
    "rsa-1'; DROP TABLE issuers; --",
  ),
  'key-by-address': called(
    'a name that would be fetched',
    'https://attacker.example/key.pem',
    'http://169.254.169.254/',
  ),
  'key-by-command': called('a name that a shell would run', 'rsa-1; cat /etc/passwd', '$(id)', '| id'),
  'key-by-template': called('a name that a template would fill in', '{{7*7}}', '<%= key %>'),
  'key-with-a-nul': foundBy('form', 'proof_malformed')(
    'a name that ends early for some',
    said({ kid: 'rsa-1\0' }),
  ),
  'key-with-a-blank': called('a name that only looks right', 'rsa-1 ', ' rsa-1'),
  'key-in-other-letters': called('another name', 'RSA-1'),
  'key-in-look-alike-letters': called('a letter of another alphabet', 'rs\u0430-1'),
  'key-with-a-line-break': called('a name that writes a line of its own into the log', 'rsa-1\nverified'),
  'key-of-a-prototype': called('a name that every object has', '__proto__', 'constructor'),
  'key-of-nothing': called('a name that is said, and empty', ''),
  'key-left-out': foundBy('key', 'key_id_missing')('no key is named, so that any of several would do', {
    header: (header) => without(header, 'kid'),
  }),
  'key-name-twice': ambiguous(
    'two keys of one name: nobody can say which was meant',
    twice((first, other) => [first, other]),
  ),
  'key-name-twice-the-other-way': ambiguous(
    'the same with the stranger in front',
    twice((first, other) => [other, first]),
  ),
  'key-name-three-times': ambiguous('the same key published again and again', {
    keys: (keys) => [...keys.slice(0, 1), ...keys.slice(0, 1), ...keys],
  }),
};

const unsuitable = foundBy('key-suitability', 'key_unsuitable');
const ofCurve = foundBy('key-suitability', 'key_unsuitable', 'signed-es256');
const ofEdwards = foundBy('key-suitability', 'key_unsuitable', 'signed-eddsa');

/** The published key of a name, with other members. */
const published = (kid: string, change: Members | ((key: JWK, ring: Keyring) => Members)): Change => ({
  keys: (keys, ring) =>
    keys.map((key) =>
      key.kid === kid ? { ...key, ...(typeof change === 'function' ? change(key, ring) : change) } : key,
    ) as JWK[],
});
const marked = (why: string, ...changes: readonly Members[]) =>
  unsuitable(why, ...changes.map((change) => published('rsa-1', change)));

const P = 2n ** 255n - 19n;
const point = (y: bigint): string =>
  toBase64url(Uint8Array.from({ length: 32 }, (_, at) => Number((y >> BigInt(8 * at)) & 0xffn)));
const forged = (x: string): Change => ({ ...published('edwards-1', { x }), signWith: neutral });
const zeros = 'A'.repeat(171);

/** Keys that are published, and must not verify this. */
const unfit = {
  'key-for-encryption': unsuitable(
    'a key that is published for encryption is named',
    said({ kid: 'for-encryption' }),
  ),
  'key-marked-for-encryption': marked('the very key that signed, marked for encryption', { use: 'enc' }),
  'key-marked-for-something-else': marked('a use nobody knows', { use: 'tls' }),
  'key-for-other-operations': marked('a key that may not verify', { key_ops: ['encrypt', 'wrapKey'] }),
  'key-for-no-operation': marked('a key that may do nothing', { key_ops: [] }),
  'key-of-another-algorithm': marked('a key that says it is for another algorithm', { alg: 'PS256' }),
  'key-of-another-kind': unsuitable('the header means RSA, the key is a curve', said({ kid: 'curve-1' })),
  'key-of-no-kind': marked('a kind nobody knows', { kty: 'rsa' }),
  'key-that-is-a-secret': marked('a published secret is none', { kty: 'oct', k: 'c2VjcmV0' }),
  'key-with-its-private-half': marked('whose private half is published is anybody’s key', { d: 'AQAB' }),
  'key-with-its-primes': marked(
    'one prime, or what is worked out from it, and the private half is everybody’s',
    { p: 'AQAB' },
    { q: 'AQAB' },
    { dp: 'AQAB' },
    { qi: 'AQAB' },
    { oth: [] },
  ),
  'key-that-is-half-a-secret': marked('a public key that says a secret as well', { k: 'c2VjcmV0' }),
  'key-on-the-larger-curve': ofEdwards('the right kind on the larger curve', {
    ...published('edwards-1', { crv: 'Ed448', x: toBase64url(new Uint8Array(57).fill(3)) }),
  }),
  'key-too-short': unsuitable('1024 bits', {
    ...published('rsa-1', (_, { weak }) => weak.short as Members),
    signWith: byShortKey,
  }),
  'key-too-short-behind-zeros': unsuitable('1024 bits that look like 2048', {
    ...published('rsa-1', (_, { weak }) => ({ ...weak.short, n: `${zeros}${weak.short.n}` })),
    signWith: byShortKey,
  }),
  'key-without-modulus': marked('a key that has no number', { n: undefined }),
  'key-of-a-quarter-megabyte': marked('a number that takes longer to read than to refuse', {
    n: '_'.repeat(250_000),
  }),
  'key-too-large': marked('a modulus that makes every proof a minute’s work', { n: '_'.repeat(2_731) }),
  'key-with-a-large-exponent': marked('an exponent as large as the modulus', { e: '_'.repeat(342) }),
  'key-with-exponent-one': marked('everything is its own signature', { e: 'AQ' }),
  'key-with-even-exponent': marked('an exponent no RSA key has', { e: 'Ag' }),
  'key-of-another-curve': ofCurve('the right kind on the wrong curve', {
    ...published('curve-1', (_, { weak }) => weak.curve384 as Members),
    signWith: byCurve384,
  }),
  'key-for-agreement': ofEdwards(
    'a curve that is for agreeing, not for signing',
    published('edwards-1', { crv: 'X25519' }),
  ),
  'key-of-small-order': ofEdwards(
    'a point that vanishes: one signature is good for many messages, whoever made it',
    ...[1n, P - 1n, 0n].map((y) => forged(point(y))),
  ),
  'key-of-small-order-respelled': ofEdwards(
    'the same point, its number above the modulus',
    forged(point(P + 1n)),
  ),
  'key-of-small-order-signed-otherwise': ofEdwards(
    'the same point with the other sign',
    forged(point(1n + 2n ** 255n)),
  ),
  'key-of-too-few-bytes': ofEdwards('a key that is cut off', {
    ...published('edwards-1', { x: 'AAAA' }),
    signWith: genuine['EdDSA'] ?? neutral,
  }),
};

const noPoint = foundBy('signature', 'signature_invalid', 'signed-es256');
const coordinates = (value: number): Members => {
  const one = toBase64url(new Uint8Array(32).fill(value));
  return { x: one, y: one };
};

/** Keys that are no points of their curve: under them arithmetic proves whatever somebody likes. */
const offCurve = {
  'key-at-infinity': noPoint('coordinates of nothing', published('curve-1', coordinates(0))),
  'key-off-the-curve': noPoint(
    'a point of another curve, and a weaker one',
    published('curve-1', coordinates(1)),
  ),
  'key-of-one-coordinate': noPoint('half a point', published('curve-1', { y: undefined })),
};

export const keyAttacks = { ...naming, ...unfit, ...offCurve };
