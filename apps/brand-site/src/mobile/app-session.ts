import { z } from 'zod';
import type { Customer } from '../customers/customer';
import { findCustomer } from '../customers/store';
import { seal, unseal } from '../session/cookie';
import { sessionSeconds } from '../session/session';

const shape = z.object({ customer: z.string() });

/** The app's own session at the shop: a sealed record, good for the app's doors and no others. */
export const sealAppSession = ({ id }: Customer): Promise<string> =>
  seal('app-session:larkspur', { customer: id }, sessionSeconds);

/** Whose app session that is. The app's customers come by Larkspur ID. */
export async function customerOfApp(token: string): Promise<Customer | undefined> {
  const session = shape.safeParse(await unseal('app-session:larkspur', token));
  const known = session.success ? await findCustomer(session.data.customer) : undefined;
  if (known?.brand !== 'larkspur') return undefined;
  return { ...known, way: 'larkspur', subject: known.logins?.larkspur ?? known.subject };
}
