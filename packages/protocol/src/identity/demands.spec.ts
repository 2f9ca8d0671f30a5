import { describe, expect, test } from 'vitest';
import { type Authentication, canProve, demanding, meets } from './demands.js';

const now = new Date('2026-11-28T12:00:00Z');
const before = (seconds: number) => new Date(now.getTime() - seconds * 1_000);
const time = { now, skewSeconds: 60 };
const signedIn = (seconds: number, acr: string | null = null): Authentication => ({
  authenticatedAt: before(seconds),
  acr,
  verifiedAt: now,
});

describe('what is proven meets a demand', () => {
  test('while the sign-in is no older than was demanded, and the skew', () => {
    expect(meets(signedIn(360), { maxAgeSeconds: 300 }, time)).toBe(true);
    expect(meets(signedIn(361), { maxAgeSeconds: 300 }, time)).toBe(false);
  });

  test('not without a time of sign-in, whatever else was proven', () => {
    expect(meets({ ...signedIn(0, 'gold'), authenticatedAt: null }, { maxAgeSeconds: 300 }, time)).toBe(
      false,
    );
  });

  test('not by a sign-in of tomorrow', () => {
    const tomorrow = { ...signedIn(-86_400), verifiedAt: before(3_600) };
    expect(meets(tomorrow, { maxAgeSeconds: 300 }, time)).toBe(false);
  });

  test('by one of the ways that were demanded, never by a higher-sounding one', () => {
    expect(meets(signedIn(9_999, '2'), { acrValues: ['1', '2'] }, time)).toBe(true);
    expect(meets(signedIn(0, '3'), { acrValues: ['1', '2'] }, time)).toBe(false);
    expect(meets(signedIn(0), { acrValues: ['1'] }, time)).toBe(false);
  });

  test('always, where nothing is demanded', () => {
    expect(meets({ authenticatedAt: null, acr: null, verifiedAt: null }, {}, time)).toBe(true);
  });
});

describe('a connection can be asked', () => {
  test('for a recent sign-in only where its provider proves the time', () => {
    expect(canProve({ maxAgeSeconds: 900 }, { maxAgeSeconds: 60 })).toBe(true);
    expect(canProve({ acrValues: ['gold'] }, { maxAgeSeconds: 60 })).toBe(false);
    expect(canProve(null, { maxAgeSeconds: 60 })).toBe(false);
  });

  test('for a way of signing in only where its provider has it', () => {
    expect(canProve({ acrValues: ['silver', 'gold'] }, { acrValues: ['gold'] })).toBe(true);
    expect(canProve({ acrValues: ['silver'] }, { acrValues: ['gold'] })).toBe(false);
  });
});

describe('a proof that answers a demand', () => {
  test('meets the lower of two ages', () => {
    expect(demanding({ maxAgeSeconds: 60 }, { maxAgeSeconds: 300 })).toEqual({ maxAgeSeconds: 60 });
    expect(demanding({ maxAgeSeconds: 600 }, { maxAgeSeconds: 300 })).toEqual({ maxAgeSeconds: 300 });
    expect(demanding({}, { maxAgeSeconds: 0 })).toEqual({ maxAgeSeconds: 0 });
  });

  test('was done in one of the demanded ways, not in those that are usual', () => {
    expect(demanding({ acrValues: ['silver'] }, { acrValues: ['gold'] })).toEqual({ acrValues: ['gold'] });
    expect(demanding({ acrValues: ['silver'] }, { acrValues: [] })).toEqual({ acrValues: ['silver'] });
  });

  test('meets the connection’s own rules where nothing more is demanded', () => {
    expect(demanding({ maxAgeSeconds: 60, acrValues: ['silver'] }, null)).toEqual({
      maxAgeSeconds: 60,
      acrValues: ['silver'],
    });
  });
});
