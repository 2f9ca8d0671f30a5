import { expect, test } from 'vitest';
import type { Config } from '../config/env.js';
import { type Place, Sealer } from './sealer.js';

const sealerOf = (byte: number) =>
  new Sealer({ MASTER_KEY: Buffer.alloc(32, byte).toString('base64') } as Config);
const place: Place = ['brand', 'connections', 'client_secret', 'row'];
const sealer = sealerOf(1);

test('what is sealed opens where it belongs', () => {
  expect(sealer.open(sealer.seal('a secret, ключ, 🔑', place), place)).toBe('a secret, ключ, 🔑');
});

test('the same text is sealed differently each time, and shows nothing of itself', () => {
  const [one, two] = [sealer.seal('secret', place), sealer.seal('secret', place)];
  expect(one).not.toBe(two);
  expect(one).not.toContain(Buffer.from('secret').toString('base64url'));
});

test.each([0, 1, 2, 3])('moved to another brand, table, column or row it does not open (%i)', (part) => {
  const elsewhere = place.map((name, index) => (index === part ? 'other' : name)) as unknown as Place;
  expect(() => sealer.open(sealer.seal('secret', place), elsewhere)).toThrow();
});

test('under another master key it does not open', () => {
  expect(() => sealerOf(2).open(sealer.seal('secret', place), place)).toThrow();
});

test.each([1, 2, 3, 4])('with one bit changed it does not open (part %i)', (part) => {
  const changed = sealer
    .seal('secret', place)
    .split('.')
    .map((text, index) => {
      if (index !== part) return text;
      const bytes = Buffer.from(text, 'base64url');
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      return bytes.toString('base64url');
    });
  expect(() => sealer.open(changed.join('.'), place)).toThrow();
});

test('what was sealed before the master key was turned opens by the one before, and is known to be dated', () => {
  const [before, now] = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64'));
  const turned = new Sealer({ MASTER_KEY: now, MASTER_KEY_PREVIOUS: before } as Config);
  const old = sealer.seal('secret', place);
  expect(turned.open(old, place)).toBe('secret');
  expect([turned.isDated(old), turned.isDated(turned.seal('secret', place))]).toEqual([true, false]);
  expect(() => sealerOf(2).open(old, place)).toThrow();
});

test('what was sealed before texts named their key still opens', () => {
  // Sealed by the version before, under a key of 32 ones.
  const old = 'v1.ekCdgN-RvttoVzlZ.xI3O9eMn.3vvNB1W0_5aL01dzowfk9Q';
  expect(sealer.open(old, place)).toBe('secret');
  expect(sealer.isDated(old)).toBe(true);
  expect(() => sealerOf(2).open(old, place)).toThrow();
});

test('a blind value is the same for the same brand only', () => {
  expect(sealer.blind('one', 'ada')).toBe(sealer.blind('one', 'ada'));
  expect(sealer.blind('one', 'ada')).not.toBe(sealer.blind('two', 'ada'));
  expect(sealer.blind('one', 'ada')).not.toBe(sealerOf(2).blind('one', 'ada'));
});
