import { putBrand } from '@countersign/contracts';
import { expect, test } from 'vitest';
import { brandErrors } from './brand-rules.js';

const issuer = { url: 'https://login.larkspur.example', label: 'Larkspur' };
const connection = {
  flow: 'implicit',
  key: 'site',
  label: 'Larkspur',
  issuer: issuer.url,
  origins: ['https://www.larkspur.example'],
};
const errorsOf = (more: object) =>
  brandErrors(putBrand.parse({ name: 'Larkspur', issuers: [issuer], connections: [], ...more }), false);

test('a claim that is mapped, and that the issuer is authoritative for, may address consumers', () => {
  const mapping = { kundennummer: 'account_number' };
  for (const authoritative of [['*'], ['kundennummer']]) {
    const byNumber = { ...connection, mapping, authoritative, factsKey: 'kundennummer' };
    expect(errorsOf({ connections: [byNumber] })).toEqual([]);
  }
});

test.each([
  ['that is not mapped', { mapping: {}, authoritative: ['*'], factsKey: 'kundennummer' }],
  ['of the prototype', { mapping: {}, authoritative: ['*'], factsKey: 'constructor' }],
  ['the issuer only passes on', { mapping: { name: 'name' }, authoritative: ['sub'], factsKey: 'name' }],
])('a claim %s addresses nobody', (_, more) => {
  expect(errorsOf({ connections: [{ ...connection, ...more }] })).toEqual([
    { path: 'connections.0.factsKey', message: 'is no mapped claim the issuer is authoritative for' },
  ]);
});
