import { cookies } from 'next/headers';
import { cache } from 'react';
import { z } from 'zod';
import type { BrandSlug } from '../brands/brand';
import { currentPlace } from '../brands/request';
import { type Customer, loginWay } from '../customers/customer';
import { findCustomer } from '../customers/store';
import { seal, unseal } from './cookie';

export const sessionSeconds = 8 * 60 * 60;
export const sessionCookie = (brand: BrandSlug): string => `${brand}_session`;

const shape = z.object({ customer: z.string(), way: loginWay.optional(), iat: z.number() });

export const sealSession = (brand: BrandSlug, { id, way }: Customer): Promise<string> =>
  seal(`session:${brand}`, { customer: id, way }, sessionSeconds);

async function customerOfCookie(brand: BrandSlug, value: string | undefined): Promise<Customer | undefined> {
  const session = shape.safeParse(await unseal(`session:${brand}`, value));
  const known = session.success ? await findCustomer(session.data.customer) : undefined;
  if (known?.brand !== brand) return undefined;
  const way = session.data?.way ?? known.way;
  return { ...known, way, subject: known.logins?.[way] ?? known.subject };
}

/** Who is signed in at the brand of this request. */
export const currentCustomer = cache(async (): Promise<Customer | undefined> => {
  const { brand } = await currentPlace();
  return customerOfCookie(brand, (await cookies()).get(sessionCookie(brand))?.value);
});

/** When they signed in, in seconds. */
export async function signedInAt(): Promise<number | undefined> {
  const { brand } = await currentPlace();
  const value = (await cookies()).get(sessionCookie(brand))?.value;
  const session = shape.safeParse(await unseal(`session:${brand}`, value));
  return session.success ? session.data.iat : undefined;
}
