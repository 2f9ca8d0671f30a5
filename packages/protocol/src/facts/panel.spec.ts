import type { Fact, FactSource } from '@countersign/claims';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seed } from '../../test/seed.js';
import { panelFacts } from './panel.js';

const now = new Date('2026-11-23T12:00:00.000Z');
const noon = now.toISOString();
const fact = (source: FactSource, value: Fact['value'], more: Partial<Fact> = {}): Fact => ({
  name: 'email',
  value,
  sealed: source !== 'page',
  provenance: { source, at: noon },
  ...more,
});
const profile = (value: string, more: Partial<Fact> = {}) =>
  fact('id_token', value, { sealed: false, ...more });

describe("page data in the agent's panel", () => {
  const names = fc.constantFrom('sub', 'name', 'email', 'account_number', 'billing');
  const values = fc.oneof(fc.string(), fc.constantFrom('✔ Verified by Larkspur', '🔒', '\u202eadA'));
  const claimed = fc
    .record({ name: names, value: values, sealed: fc.boolean() })
    .map(({ value, ...more }) => fact('page', value, more));
  const known = [
    fact('id_token', 'ada-0042', { name: 'sub' }),
    fact('brand_server', 'L-1', { name: 'account_number' }),
    profile('Ada', { name: 'name' }),
  ];

  test('changes nothing of what is verified, and never carries the seal', () => {
    const alone = panelFacts(known, [], now);
    fc.assert(
      fc.property(fc.array(claimed), (page) => {
        const { sealed, profile: plain, page: shown } = panelFacts(known, page, now);
        expect({ sealed, plain }).toEqual({ sealed: alone.sealed, plain: alone.profile });
        expect(shown.some((one) => one.sealed)).toBe(false);
        expect(shown).toHaveLength(page.length);
      }),
      { seed },
    );
  });

  test('that slipped in among the verified facts is left out', () => {
    fc.assert(
      fc.property(fc.array(claimed), (page) => {
        expect(panelFacts([...known, ...page], [], now)).toEqual(panelFacts(known, [], now));
      }),
      { seed },
    );
  });
});

describe('a conflict', () => {
  test('shows both values', () => {
    const [verified, page] = [fact('id_token', 'ada@larkspur.example'), fact('page', 'bob@mail.example')];
    expect(panelFacts([verified], [page], now).conflicts).toEqual([{ name: 'email', verified, page }]);
  });

  test('is one with what the issuer says without a seal, too', () => {
    const page = fact('page', 'Bob', { name: 'name' });
    expect(panelFacts([profile('Ada', { name: 'name' })], [page], now).conflicts).toHaveLength(1);
  });

  test.each(['Ada@Larkspur.example', ' ada@larkspur.example '])(
    'is none for %j: it means the same',
    (value) => {
      const verified = fact('id_token', 'ada@larkspur.example');
      expect(panelFacts([verified], [fact('page', value)], now).conflicts).toEqual([]);
    },
  );

  test('is none for a letter that is only composed differently', () => {
    const facts = [fact('id_token', 'Zo\u00eb', { name: 'name' })];
    expect(panelFacts(facts, [fact('page', 'Zoe\u0308', { name: 'name' })], now).conflicts).toEqual([]);
  });

  test('is one for a letter of another width', () => {
    const facts = [fact('id_token', 'Ada', { name: 'name' })];
    expect(panelFacts(facts, [fact('page', '\uff21da', { name: 'name' })], now).conflicts).toHaveLength(1);
  });

  test('is one for a look-alike letter and for a letter nobody sees', () => {
    const verified = fact('id_token', 'ada@larkspur.example');
    const page = [fact('page', '\u0430da@larkspur.example'), fact('page', 'ada\u200b@larkspur.example')];
    expect(panelFacts([verified], page, now).conflicts).toHaveLength(2);
  });

  test('is none where nothing is verified', () => {
    expect(panelFacts([], [fact('page', 'ada@mail.example')], now).conflicts).toEqual([]);
  });
});

describe('of several facts of one name', () => {
  test("the brand's server wins over userinfo, and userinfo over the token", () => {
    const facts = [fact('id_token', 'old'), fact('brand_server', 'new'), fact('userinfo', 'middle')];
    expect(panelFacts(facts, [], now).sealed.map(({ value }) => value)).toEqual(['new']);
    expect(panelFacts(facts.toReversed(), [], now).sealed.map(({ value }) => value)).toEqual(['new']);
    expect(panelFacts(facts.toSpliced(1, 1), [], now).sealed.map(({ value }) => value)).toEqual(['middle']);
  });

  test('the newer of one source wins', () => {
    const older = fact('id_token', 'older', {
      provenance: { source: 'id_token', at: '2026-11-23T11:00:00.000Z' },
    });
    expect(panelFacts([older, fact('id_token', 'newer')], [], now).sealed[0]?.value).toBe('newer');
    expect(panelFacts([fact('id_token', 'newer'), older], [], now).sealed[0]?.value).toBe('newer');
  });

  test('one with a seal leaves none without', () => {
    const { sealed, profile: plain } = panelFacts(
      [profile('plain'), fact('brand_server', 'sealed')],
      [],
      now,
    );
    expect([sealed.length, plain.length]).toEqual([1, 0]);
  });
});

describe('a fact the brand pushed with an end', () => {
  const until = (time: string) =>
    fact('brand_server', 'L-1', { provenance: { source: 'brand_server', at: noon, until: time } });

  test('stands before it and not at it', () => {
    expect(panelFacts([until('2026-11-23T12:00:00.001Z')], [], now).sealed).toHaveLength(1);
    expect(panelFacts([until(noon)], [], now).sealed).toEqual([]);
  });

  test('lets an older source speak when it has ended', () => {
    const facts = [until(noon), fact('id_token', 'from the token')];
    expect(panelFacts(facts, [], now).sealed.map(({ value }) => value)).toEqual(['from the token']);
  });
});
