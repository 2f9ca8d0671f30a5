import { expect, test } from 'vitest';
import { together, vouchedBy } from './provenance';

const at = '2026-11-23T14:00:00Z';

test('a pushed fact names the brand’s server', () => {
  expect(vouchedBy({ source: 'brand_server', issuerLabel: 'Larkspur', at })).toBe('by Larkspur’s server');
});

test('a claim of a token names the issuer', () => {
  expect(vouchedBy({ source: 'id_token', issuerLabel: 'Google', at })).toBe('by Google');
});

test('facts of several sources are not put under one name', () => {
  const google = { source: 'id_token', issuerLabel: 'Google', at } as const;
  const larkspur = { source: 'brand_server', issuerLabel: 'Larkspur', at } as const;
  expect(together([google, google])).toBe('by Google');
  expect(together([google, larkspur])).toBeNull();
});
