import { z } from 'zod';
import { money, text } from '../facts/values.js';

const said = (max: number) => text(max).refine((value) => value.trim() !== '', 'is empty');

/** What can be bought, as somebody who decides wants to know it. */
export const plan = z.strictObject({ name: said(120), price: money, allowance: said(120).optional() });
export type Plan = z.infer<typeof plan>;

/** What the brand's server would sell this consumer in place of what they have: a fact like any other. */
export const offer = z.strictObject({
  /** By which an agent names it. */
  id: said(64),
  to: plan,
  /** Why it is worth it, for this consumer. */
  why: said(240),
  terms: said(600).optional(),
});
export type Offer = z.infer<typeof offer>;

/** The best first. */
export const offers = z
  .array(offer)
  .max(12)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'names two offers alike');
export type Offers = z.infer<typeof offers>;
