import { after } from 'next/server';
import { pushFactsAfterChange } from '../../../../chat/push';
import { openBill, payBill, sendBillAgain } from '../../../../customers/bills';
import { changeCustomer } from '../../../../customers/store';
import { fromDrawer, noSuchDoor } from '../../../../demo/guard';
import { currentCustomer } from '../../../../session/session';

/** Pays the open bill at the brand; or, when all are paid, opens the newest again so that it can be shown twice. */
export async function POST(request: Request): Promise<Response> {
  if (!fromDrawer(request)) return noSuchDoor();
  const customer = await currentCustomer();
  if (!customer) return Response.json({ error: 'not_signed_in' }, { status: 401 });
  const now = new Date();
  const today = now.toISOString().slice(0, 10);
  const changed = await changeCustomer(customer.id, now, ({ billing }) => {
    const due = openBill(billing);
    const next = due ? payBill(billing, due.id, today) : sendBillAgain(billing);
    return next && { billing: next };
  });
  if (!changed) return Response.json({ error: 'no_bill' }, { status: 409 });
  after(() => pushFactsAfterChange(changed));
  const newest = changed.billing.bills[0];
  return Response.json({ state: openBill(changed.billing) ? 'open' : 'paid', period: newest?.period });
}
