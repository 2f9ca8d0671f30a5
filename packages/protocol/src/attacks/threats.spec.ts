import { expect, test } from 'vitest';
import { openLarkspur, world } from '../../test/honest.js';
import { attacks, presentAll, runTable } from './index.js';

const ring = await openLarkspur();
const rows = new Map((await runTable(await presentAll(attacks, world, ring))).map((row) => [row.name, row]));

/** Each was refused as its row says, and was verified without the attack. A row that is gone is a miss. */
function expectRefused(...names: readonly string[]): void {
  const missed = names.filter((name) => {
    const row = rows.get(name);
    return !row || row.miss !== undefined || row.twinMiss !== undefined;
  });
  expect(names).not.toEqual([]);
  expect(missed).toEqual([]);
}
const foundBy = (...checks: readonly string[]): string[] =>
  Object.entries(attacks).flatMap(([name, { check }]) => (checks.includes(check) ? [name] : []));

test('a token without a signature is refused, however it spells none', () => {
  expectRefused(
    'algorithm-none',
    'algorithm-none-and-a-signature',
    'algorithm-none-in-an-envelope',
    'no-signature',
  );
});

test('the published key is no secret: an HMAC under it is refused', () => {
  expectRefused(
    'public-key-as-secret',
    'public-key-as-secret-in-json',
    'modulus-as-secret',
    'nothing-as-secret',
  );
});

test('no algorithm is believed before the connection allows it', () => {
  expectRefused(...foundBy('algorithm'), 'key-of-another-algorithm', 'signature-by-pss');
});

test('a header that brings its judge along, or points at one, is refused', () => {
  expectRefused(
    ...foundBy('header'),
    'envelope-key-by-url',
    'envelope-key-inside',
    'envelope-certificate-inside',
  );
});

test('the name of a key is compared and nothing else: a path, a query or an address is unknown', () => {
  expectRefused('key-by-path', 'key-by-query', 'key-by-address', 'key-by-command', 'key-id-of-ten-kilobytes');
});

test('two keys of one name verify nothing', () => {
  expectRefused('key-name-twice', 'key-name-twice-the-other-way', 'key-left-out');
});

test('a weak key verifies nothing, though its signature is good', () => {
  expectRefused('key-too-short', 'key-too-short-behind-zeros', 'key-with-exponent-one', 'key-of-small-order');
});

test('a key whose private half is published in any form verifies nothing', () => {
  expectRefused('key-with-its-private-half', 'key-with-its-primes', 'key-that-is-half-a-secret');
});

test('an RSA signature is padded in one way, and read in no other', () => {
  expectRefused(
    'room-behind-the-digest',
    'digest-info-without-parameters',
    'digest-alone',
    'signature-and-the-modulus',
  );
});

test('an envelope that calls itself an access token or a logout token is none of an ID token', () => {
  expectRefused('envelope-of-an-access-token', 'envelope-of-a-logout-token');
});

test('a key that is published for something else verifies nothing', () => {
  expectRefused(
    'key-for-encryption',
    'key-marked-for-encryption',
    'key-for-other-operations',
    'key-that-is-a-secret',
  );
});

test('one proof has one spelling: padding, stray bits and white space are refused', () => {
  expectRefused(
    'padded-signature',
    'stray-bits-in-the-signature',
    'a-line-break',
    'eddsa-s-and-the-order',
    'stray-bits-inside',
  );
});

test('what two parsers read in two ways is refused', () => {
  expectRefused(...foundBy('members'), 'header-says-it-twice', 'header-is-not-utf-8');
});

test('encryption alone proves nothing: inside is one signed token', () => {
  expectRefused(...foundBy('content'), 'by-a-stranger-in-an-envelope', 'changed-before-it-was-sealed');
});

test('an envelope that was changed on the way opens for nobody', () => {
  expectRefused(...foundBy('decryption', 'replicas'));
});

test('what would take gigabytes, or minutes, is refused before it is begun', () => {
  expectRefused(...foundBy('size'), 'compressed', 'wrapped-by-password', 'payload-is-deep', 'header-is-deep');
});

test('a token of another kind is no ID token, whatever its header says', () => {
  expectRefused(...foundBy('type', 'kind'));
});

test('an issuer that only looks like ours is another', () => {
  expectRefused(...foundBy('issuer'));
});

test('a token for somebody else, or for somebody else as well, is refused', () => {
  expectRefused(...foundBy('audience', 'authorized-party'));
});

test('a token of yesterday, of tomorrow or for ever is refused', () => {
  expectRefused(...foundBy('expiry', 'issued-at', 'not-before', 'lifetime', 'times'));
});

test('a token that was not made for this attempt is refused', () => {
  expectRefused(...foundBy('nonce', 'freshness'));
});

test('a code or an access token of somebody else does not fit the ID token', () => {
  expectRefused(...foundBy('access-token-hash', 'code-hash'));
});
