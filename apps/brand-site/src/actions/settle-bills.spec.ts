import { expect, test } from 'vitest';
import { waysToPay } from '../processor/processor';
import { pounds } from '../shop/money';
import { settleBills } from './settle-bills';

const october = { id: '2026-10', amount: pounds(28_00) };
const billing = {
  balance: pounds(28_00),
  bills: [{ ...october, period: 'October 2026', dueOn: '2026-11-30', status: 'open' as const }],
  ways: [...waysToPay],
};
const by = { total: october.amount, way: 'bank', today: '2026-11-28' };

test('what is owed is charged, and is paid by that', () => {
  const settled = settleBills(billing, [october], by);
  expect(settled).toMatchObject({ ok: true, total: october.amount });
  expect(settled.ok && settled.billing).toMatchObject({ balance: pounds(0), bills: [{ status: 'paid' }] });
});

test('of two cards for one bill the second is charged nothing', () => {
  const first = settleBills(billing, [october], by);
  const second = first.ok && settleBills(first.billing, [october], by);
  expect(second).toEqual({ ok: false, why: 'This was paid already. Nothing was charged.' });
});

test.each([
  ['another amount than is owed', [{ ...october, amount: pounds(1_00) }], by],
  ['a total that is not theirs', [october], { ...by, total: pounds(1_00) }],
  ['no bill', [], by],
  ['a way there is not', [october], { ...by, way: 'gold' }],
])('%s is not charged', (_what, bills, how) => {
  expect(settleBills(billing, bills, how)).toMatchObject({
    ok: false,
    why: expect.stringContaining('Nothing was charged'),
  });
});
