import { expect, test } from 'vitest';
import { brandOf, type House, readHouse } from './house.js';

const house = (...slugs: string[]) =>
  ({ brands: Object.fromEntries(slugs.map((slug) => [slug, {}])) }) as unknown as House;

test('the only brand need not be named', () => {
  expect(brandOf(house('acme'), undefined)).toBe('acme');
});

test('of several brands one is named, and one that is not there is told with those there are', () => {
  expect(brandOf(house('acme', 'other'), 'other')).toBe('other');
  expect(() => brandOf(house('acme', 'other'), undefined)).toThrow(/name one[\s\S]*acme, other/);
  expect(() => brandOf(house('acme'), 'amce')).toThrow('There is no brand amce. Known: acme.');
});

test('without a house the error says how to start one', () => {
  expect(() => readHouse(undefined)).toThrow(/npm start -- --config brand.yaml --ci/);
});
