import type { Fact } from '@countersign/claims';
import type { IdentityPanel } from '@countersign/contracts';
import { expect, test } from 'vitest';
import { changedFacts } from './changed-facts';

const at = '2026-11-23T14:00:00.000Z';
const sealed = (name: string, value: Fact['value']): Fact => ({
  name,
  value,
  sealed: true,
  provenance: { source: 'brand_server', at },
});
const panel = (facts: readonly Fact[], visible = true): IdentityPanel => ({
  conversation: '0190a000-0000-7000-8000-000000000001',
  who: {
    name: null,
    nameSealed: false,
    assurance: 'verified',
    issuer: null,
    issuerLabel: null,
    connectionLabel: 'Code Flow by Google',
    relaxed: [],
    verifiedAt: at,
    holdsUntil: at,
    authenticatedAt: null,
    acr: null,
  },
  sealed: facts.filter(({ provenance }) => provenance.source !== 'page'),
  profile: [],
  page: facts.filter(({ provenance }) => provenance.source === 'page'),
  conflicts: [],
  mayRequest: null,
  cards: null,
  request: null,
  history: [],
  visible,
  attempt: null,
});

test('a paid bill is a changed fact', () => {
  const before = panel([sealed('account_status', 'due'), sealed('account_number', 'LM-1')]);
  const after = panel([sealed('account_status', 'paid'), sealed('account_number', 'LM-1')]);
  expect(changedFacts(before, after)).toEqual(['known:account_status']);
});

test('a fact told again with the same value is not marked', () => {
  const facts = [sealed('account_number', 'LM-1')];
  expect(changedFacts(panel(facts), panel(facts))).toEqual([]);
});

test('a claim of the page is never marked as a known fact', () => {
  const claimed: Fact = {
    ...sealed('account_number', 'LM-2'),
    sealed: false,
    provenance: { source: 'page', at },
  };
  const before = panel([sealed('account_number', 'LM-1')]);
  expect(changedFacts(before, panel([...before.sealed, claimed]))).toEqual(['page:account_number']);
});

test('facts that become visible by taking the conversation are not news', () => {
  expect(changedFacts(panel([], false), panel([sealed('account_number', 'LM-1')]))).toEqual([]);
  expect(changedFacts(null, panel([sealed('account_number', 'LM-1')]))).toEqual([]);
});
