import { z } from 'zod';
import { isStorable } from '../text.js';

/** A text of at most so many UTF-16 units that a database can keep. */
export const text = (max: number) =>
  z.string().max(max).refine(isStorable, 'holds a character nobody can keep');

/** An amount in the currency's major unit as a decimal string, so that no cent is lost: `{amount: '28.00', currency: 'GBP'}`. */
export const money = z.strictObject({
  amount: z.string().regex(/^-?\d{1,12}(\.\d{2})?$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
});
export type Money = z.infer<typeof money>;

/** What the consumer has bought. */
export const packageDetails = z.strictObject({
  name: text(120),
  price: money,
  allowance: text(120).optional(),
  contractEndsOn: z.iso.date().optional(),
});
export type PackageDetails = z.infer<typeof packageDetails>;

/** One bill. `period` is in the brand's own words: "October 2026". */
export const bill = z.strictObject({
  id: text(64),
  period: text(64),
  amount: money,
  dueOn: z.iso.date(),
  status: z.enum(['open', 'paid']),
  paidOn: z.iso.date().optional(),
});
export type Bill = z.infer<typeof bill>;

/** One way to pay an open bill, and what it costs on top. */
export const wayToPay = z.strictObject({ id: text(64), label: text(120), fee: money });
export type WayToPay = z.infer<typeof wayToPay>;

/** Newest bill first. */
export const billing = z.strictObject({
  balance: money,
  bills: z.array(bill).max(60),
  ways: z.array(wayToPay).max(12),
});
export type Billing = z.infer<typeof billing>;
