import type { Action, ActionAnswer } from '@countersign/brand-kit';
import { pushFactsAfterChange } from '../chat/push';
import type { Customer } from '../customers/customer';
import { changeCustomer } from '../customers/store';
import { pence, showDate, showMoney } from '../shop/money';
import { packageOf, planOf } from '../shop/plans';
import { type Settled, settleBills } from './settle-bills';

type Of<Kind extends Action['kind']> = Extract<Action, { kind: Kind }>;

const refused = (note: string): ActionAnswer => ({ outcome: 'refused', note });
const day = (date: Date) => date.toISOString().slice(0, 10);
const numberOf = ({ id }: Action) => `LK-${id.slice(-12).toUpperCase()}`;

const firstOfNextMonth = (now: Date) =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)));

async function upgrade(action: Of<'offer'>, customer: Customer, now: Date): Promise<ActionAnswer> {
  const { from, to, offer } = action.card;
  const plan = planOf(offer);
  // What was accepted is what is sold today, to somebody who still has what they had.
  if (!plan || plan.name !== to.name || pence(plan.price) !== pence(to.price))
    return refused('This offer has ended. Nothing was changed.');
  const ends = day(new Date(Date.UTC(now.getUTCFullYear() + 2, now.getUTCMonth(), 28)));
  const changed = await changeCustomer(customer.id, now, (row) =>
    row.package.name === from.name ? { package: packageOf(plan, ends) } : undefined,
  );
  if (!changed) return refused('Your plan has changed meanwhile. Nothing was changed now.');
  await pushFactsAfterChange(changed);
  return {
    outcome: 'done',
    note: `You are on ${plan.name} now.`,
    receipt: {
      number: numberOf(action),
      lines: [
        { label: 'Your next bill', value: `${showMoney(plan.price, 'full')} on ${firstOfNextMonth(now)}` },
        { label: 'Contract until', value: showDate(ends) },
      ],
    },
  };
}

async function pay(action: Of<'bill'>, customer: Customer, now: Date): Promise<ActionAnswer> {
  const { bills, total, ways } = action.card;
  const how = { total, way: action.choice, today: day(now) };
  let settled = { ok: false, why: 'The shop does not know this customer.' } as Settled;
  const changed = await changeCustomer(customer.id, now, ({ billing }) => {
    settled = settleBills(billing, bills, how);
    return settled.ok ? { billing: settled.billing } : undefined;
  });
  if (!settled.ok) return refused(settled.why);
  if (changed) await pushFactsAfterChange(changed);
  return {
    outcome: 'done',
    note: 'Paid. Nothing of it is open any more.',
    receipt: {
      number: numberOf(action),
      total: settled.total,
      lines: [
        ...bills.map(({ period }) => ({ label: 'Bill', value: period })),
        { label: 'Paid by', value: ways.find(({ id }) => id === action.choice)?.label ?? action.choice },
      ],
    },
  };
}

/** What a customer accepted in the chat, done in the shop's books; the chat hears of the new facts before it hears that it is done. */
export const carryOut = (action: Action, customer: Customer, now: Date): Promise<ActionAnswer> =>
  action.kind === 'offer' ? upgrade(action, customer, now) : pay(action, customer, now);
