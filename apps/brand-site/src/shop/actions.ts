'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { settleBills } from '../actions/settle-bills';
import { currentPlace } from '../brands/request';
import { pushFactsAfterChange } from '../chat/push';
import { changeCustomer } from '../customers/store';
import { cookieOptions } from '../session/cookie';
import { currentCustomer } from '../session/session';
import { cartCookie, currentCart } from './cart';
import { packageOf, planOf } from './plans';

const month = 30 * 24 * 60 * 60;
const field = (form: FormData, name: string): string => String(form.get(name) ?? '');

/** Puts a plan into the cart, in place of the one that was there. */
export async function addToCart(form: FormData): Promise<void> {
  const plan = planOf(field(form, 'plan'));
  const { origin } = await currentPlace();
  if (plan) (await cookies()).set(cartCookie, plan.slug, cookieOptions(origin, month));
  redirect('/cart');
}

export async function emptyCart(): Promise<void> {
  (await cookies()).delete(cartCookie);
  redirect('/cart');
}

/** Moves the customer to the plan in the cart. The agent sees the new package while they talk. */
export async function changePlan(): Promise<void> {
  const [customer, plan] = [await currentCustomer(), await currentCart()];
  if (!customer) redirect('/login?to=/cart');
  if (!plan) redirect('/plans');
  const now = new Date();
  const ends = new Date(Date.UTC(now.getUTCFullYear() + 2, now.getUTCMonth(), 28)).toISOString().slice(0, 10);
  const changed = await changeCustomer(customer.id, now, () => ({ package: packageOf(plan, ends) }));
  (await cookies()).delete(cartCookie);
  if (changed) after(() => pushFactsAfterChange(changed));
  redirect('/account?changed=plan');
}

/** Pays an open bill by the demo's processor, which charges nobody and may refuse. */
export async function payNow(form: FormData): Promise<void> {
  const customer = await currentCustomer();
  if (!customer) redirect('/login?to=/billing');
  const way = customer.billing.ways.find(({ id }) => id === field(form, 'way'));
  const due = customer.billing.bills.find(
    ({ id, status }) => id === field(form, 'bill') && status === 'open',
  );
  if (!way) redirect('/billing?problem=way');
  if (!due) redirect('/billing');
  const now = new Date();
  const how = { total: due.amount, way: way.id, today: now.toISOString().slice(0, 10) };
  let declined = false;
  const changed = await changeCustomer(customer.id, now, ({ billing }) => {
    const settled = settleBills(billing, [due], how);
    declined = !settled.ok && billing.bills.some(({ id, status }) => id === due.id && status === 'open');
    return settled.ok ? { billing: settled.billing } : undefined;
  });
  if (!changed) redirect(declined ? '/billing?problem=processor' : '/billing');
  after(() => pushFactsAfterChange(changed));
  redirect('/billing?paid=1');
}
