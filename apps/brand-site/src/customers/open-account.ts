import { createHash } from 'node:crypto';
import { billing, packageDetails } from '@countersign/claims';
import { z } from 'zod';
import type { BrandSlug } from '../brands/brand';
import { waysToPay } from '../processor/processor';
import { pence } from '../shop/money';
import { packageOf, plans } from '../shop/plans';
import { twoYearsOfBills } from './bills';
import type { Customer, LoginWay } from './customer';

/** What a sign-in says of somebody. Larkspur's own server also knows the account; Google does not. */
export const loginClaims = z.object({
  sub: z.string().min(1),
  name: z.string().optional(),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
  account_number: z.string().optional(),
  customer_since: z.iso.date().optional(),
  package: packageDetails.optional(),
  billing: billing.optional(),
});
export type LoginClaims = z.infer<typeof loginClaims>;

const digits = (bytes: Uint8Array, from: number): string =>
  String(
    ((bytes[from] ?? 0) * 65_536 + (bytes[from + 1] ?? 0) * 256 + (bytes[from + 2] ?? 0)) % 10_000,
  ).padStart(4, '0');

/** A customer id of the shop's own: Larkspur ID already speaks of its customers by it. */
export function customerId(brand: BrandSlug, way: LoginWay, subject: string): string {
  if (way === 'larkspur' && /^cust-[\w-]{1,60}$/.test(subject)) return subject;
  return `cust-${createHash('sha256').update(`${brand}:${way}:${subject}`).digest('hex').slice(0, 12)}`;
}

/** Whoever linked both ways to sign in is one customer: the one Larkspur ID speaks of. */
export const idOf = (
  brand: BrandSlug,
  way: LoginWay,
  subject: string,
  logins?: Customer['logins'],
): string => (logins ? customerId(brand, 'larkspur', logins.larkspur) : customerId(brand, way, subject));

/**
 * The account of somebody who signs in for the first time. What the brand's own server says is the truth;
 * the rest follows from the subject, so the same person always finds the same account.
 */
export function openAccount(
  brand: BrandSlug,
  way: LoginWay,
  claims: LoginClaims,
  now: Date,
  logins?: Customer['logins'],
): Customer {
  const chances = createHash('sha256').update(`account:${brand}:${claims.sub}`).digest();
  const contractEndsOn = `${now.getUTCFullYear() + 1}-0${1 + ((chances[3] ?? 0) % 9)}-28`;
  const bought = claims.package ?? packageOf(plans[1], contractEndsOn);
  const since = `${now.getUTCFullYear() - 3 - ((chances[4] ?? 0) % 6)}-0${1 + ((chances[5] ?? 0) % 9)}-12`;
  const letters = brand === 'larkspur' ? 'LK' : 'JB';
  return {
    id: idOf(brand, way, claims.sub, logins),
    brand,
    way,
    subject: claims.sub,
    ...(logins ? { logins } : {}),
    ...(claims.name === undefined ? {} : { name: claims.name }),
    ...(claims.email === undefined ? {} : { email: claims.email }),
    ...(claims.email_verified === undefined ? {} : { emailVerified: claims.email_verified }),
    accountNumber: claims.account_number ?? `${letters}-${digits(chances, 6)}-${digits(chances, 9)}`,
    customerSince: claims.customer_since ?? since,
    package: bought,
    // Whoever vouches for somebody may know their bills; by which ways they are paid, the shop's processor says.
    billing: {
      ...(claims.billing ?? twoYearsOfBills(now, pence(bought.price), chances)),
      ways: [...waysToPay],
    },
    version: now.getTime(),
  };
}
