import { cookies } from 'next/headers';
import { cache } from 'react';
import { type Plan, planOf } from './plans';

export const cartCookie = 'larkspur_cart';

/** The plan in the cart. A cart holds one: nobody needs two plans for one number. */
export const currentCart = cache(
  async (): Promise<Plan | undefined> => planOf((await cookies()).get(cartCookie)?.value),
);
