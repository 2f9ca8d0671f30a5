import type { Change, Members } from '@countersign/protocol/attacks';
import fc from 'fast-check';

const claimNames = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom('iss', 'sub', 'aud', 'azp', 'exp', 'iat', 'nbf', 'nonce', 'jti', 'acr'),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom('auth_time', 'at_hash', 'c_hash', 'hd', 'events', 'email', 'email_verified'),
  },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', '') },
  { weight: 1, arbitrary: fc.string() },
);
const headerNames = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('alg', 'kid', 'typ', 'cty', 'enc', 'zip', 'crit', 'b64') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('jku', 'jwk', 'x5u', 'x5c', 'epk', 'apu', 'apv', 'p2c', 'p2s', 'iv', 'tag'),
  },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', '') },
  { weight: 1, arbitrary: fc.string() },
);
const NAMES = [
  'RS256',
  'PS256',
  'ES256',
  'EdDSA',
  'none',
  'HS256',
  'RSA-OAEP-256',
  'ECDH-ES',
  'A256GCM',
  'JWT',
];
const values = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    ...NAMES,
    'A128CBC-HS256',
    'DEF',
    'rsa-1',
    'curve-1',
    'edwards-1',
    'seal-1',
    'seal-2',
  ),
  fc.constantFrom<unknown>(
    0,
    -1,
    1e300,
    2 ** 53,
    1_795_435_200,
    1_795_435_200_000,
    '',
    '\0',
    '\u202e',
    '\ud800',
  ),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

const members = (names: fc.Arbitrary<string>) =>
  fc
    .array(fc.tuple(names, values), { minLength: 1, maxLength: 4 })
    .map((pairs): Members => Object.fromEntries(pairs));

/** Text that was put, taken away or doubled somewhere. Where and how much is told in parts of the whole. */
const scratch = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.nat({ max: 40 }),
  fc.oneof(
    fc.constant(''),
    fc.constantFrom(
      '.',
      '=',
      '{',
      '}',
      '[',
      '"',
      '\\',
      '\0',
      '"sub":"x",',
      '"\\u0073ub":1,',
      '1e999',
      '\ufeff',
      'A',
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
  ),
  fc.nat({ max: 200 }),
);
const scratched = fc.array(scratch, { minLength: 1, maxLength: 3 }).map((scratches) => (text: string) => {
  let made = text;
  for (const [place, taken, put, times] of scratches) {
    const at = Math.floor(place * made.length);
    made =
      made.slice(0, at) + put.repeat(put.length * times < 4_000 ? times % 8 : 1) + made.slice(at + taken);
  }
  return made;
});

const keyMembers = fc.constantFrom(
  'kty',
  'kid',
  'use',
  'alg',
  'key_ops',
  'n',
  'e',
  'crv',
  'x',
  'y',
  'd',
  'ext',
);
const oddValues = fc.oneof(
  { weight: 6, arbitrary: values },
  { weight: 1, arbitrary: fc.constantFrom<unknown>('_'.repeat(250_000), 'A'.repeat(250_000), 'AQ', 'AA') },
);
const oddKeys = fc.dictionary(keyMembers, oddValues, { minKeys: 1, maxKeys: 3 });

const put =
  (added: Members) =>
  (all: Members): Members => ({ ...all, ...added });

/** One way to spoil an honest proof that nobody thought of. */
export const hostileChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: members(claimNames).map((added): Change => ({ claims: put(added) })) },
  { weight: 4, arbitrary: members(headerNames).map((added): Change => ({ header: put(added) })) },
  { weight: 4, arbitrary: scratched.map((edit): Change => ({ payload: edit })) },
  { weight: 4, arbitrary: scratched.map((edit): Change => ({ finished: edit })) },
  { weight: 2, arbitrary: scratched.map((edit): Change => ({ signed: edit })) },
  {
    weight: 2,
    arbitrary: fc.uint8Array({ maxLength: 600 }).map((bytes): Change => ({ payload: () => bytes })),
  },
  {
    weight: 2,
    arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes): Change => ({ signWith: async () => bytes })),
  },
  {
    weight: 2,
    arbitrary: oddKeys.map(
      (odd): Change => ({ keys: (keys) => keys.map((key) => ({ ...key, ...odd })) as typeof keys }),
    ),
  },
  { weight: 1, arbitrary: fc.integer({ min: -100_000, max: 100_000 }).map((later): Change => ({ later })) },
);

/** What a page could answer in the place of a token. */
export const hostileToken: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything(),
  fc.string({ unit: 'binary', maxLength: 20_000 }),
  fc
    .tuple(fc.constantFrom('.', '{', '"', '\\', 'e30.', '[', '\u{10ffff}'), fc.nat({ max: 16_400 }))
    .map(([one, times]) => one.repeat(times)),
);

export { scratched };
