import type { Fact } from '@countersign/claims';
import type { AgentView, IdentityPanel } from '@countersign/contracts';
import { expect, test } from 'vitest';
import { formatsOf } from '../words/formats';
import { factFor, type Known } from './fact-for';

const now = Date.parse('2026-11-28T12:00:00Z');
const fact = (name: string, value: Fact['value'], until = '2026-11-28T13:00:00Z'): Fact => ({
  name,
  value,
  sealed: true,
  provenance: { source: 'id_token', at: '2026-11-28T11:00:00Z', until },
});
const me: AgentView = {
  agent: { id: 'mara', name: 'Mara', email: 'mara@larkspur.example', role: 'agent' },
  brand: { slug: 'larkspur', name: 'Larkspur', accent: '#3f3fae' },
  demo: false,
};
const panel = {
  who: { name: 'Ada Osei', nameSealed: true, assurance: 'verified' },
  sealed: [
    fact('account_number', 'LK-1'),
    fact('customer_since', '2023-04-12'),
    fact('package', { name: 'Larkspur 40', price: { amount: '28.00', currency: 'GBP' } }),
    fact('billing', { balance: { amount: '28.00', currency: 'GBP' }, bills: [], ways: [] }),
    fact('plan', 'old', '2026-11-28T11:59:59Z'),
  ],
  profile: [fact('picture', 'https://pictures.example/ada')],
  page: [{ ...fact('segment', 'gold'), sealed: false }],
} as unknown as IdentityPanel;
const known: Known = { panel, me, formats: formatsOf('en-GB'), now };
const who = (more: Partial<IdentityPanel['who']>): Known => ({
  ...known,
  panel: { ...panel, who: { ...panel.who, ...more } },
});

test.each([
  ['name', 'Ada Osei'],
  ['account_number', 'LK-1'],
  ['customer_since', '12 Apr 2023'],
  ['package.name', 'Larkspur 40'],
  ['package.price', '£28.00'],
  ['billing.balance', '£28.00'],
  ['agent.name', 'Mara'],
  ['brand.name', 'Larkspur'],
])('{{%s}} is %s', (path, expected) => {
  expect(factFor(path, known)).toBe(expected);
});

test.each([
  ['package', 'is more than can be said'],
  ['billing.bills', 'is a list'],
  ['package.constructor', 'is no member'],
  ['segment', 'only the page says'],
  ['picture', 'the issuer is not authoritative for'],
  ['plan', 'has run out'],
  ['phone_number', 'nobody said'],
])('{{%s}} is filled by nothing: it %s', (path) => {
  expect(factFor(path, known)).toBeUndefined();
});

test.each(['anonymous', 'stale', 'ended', 'revoked'] as const)(
  'of somebody who is %s no fact is said, and the agent’s own name is',
  (assurance) => {
    expect(factFor('name', who({ assurance }))).toBeUndefined();
    expect(factFor('account_number', who({ assurance }))).toBeUndefined();
    expect(factFor('agent.name', who({ assurance }))).toBe('Mara');
  },
);

test('a name that is only in a profile is not said as if it were proven', () => {
  expect(factFor('name', who({ nameSealed: false }))).toBeUndefined();
});

test('who sees no facts fills none', () => {
  expect(factFor('name', { ...known, panel: null })).toBeUndefined();
});
