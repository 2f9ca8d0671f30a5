import { z } from 'zod';
import { bill, money, text, wayToPay } from '../facts/values.js';
import { offer, plan } from './offer.js';

/** How well it must be proven who accepts: `step-up` is asked for anew. */
export const cardAssurance = z.enum(['verified', 'step-up']);
export type CardAssurance = z.infer<typeof cardAssurance>;

export const offerCard = z.strictObject({
  type: z.literal('offer'),
  version: z.literal(1),
  offer: offer.shape.id,
  from: plan,
  to: plan,
  /** Of a month: what it costs more, or less where it is negative. */
  difference: money,
  why: offer.shape.why,
  terms: offer.shape.terms,
  assurance: cardAssurance,
});
export type OfferCard = z.infer<typeof offerCard>;

/** A way to pay, with all it comes to. */
export const wayWithTotal = z.strictObject({ ...wayToPay.shape, total: money });
export type WayWithTotal = z.infer<typeof wayWithTotal>;

export const billCard = z.strictObject({
  type: z.literal('bill'),
  version: z.literal(1),
  bills: z.array(bill).min(1).max(12),
  total: money,
  ways: z.array(wayWithTotal).min(1).max(12),
  /** By its id. Null: none is cheaper than the others. */
  cheapest: text(64).nullable(),
  assurance: cardAssurance,
});
export type BillCard = z.infer<typeof billCard>;

/** What a card says, in each version there is. Made by the service alone, from verified facts. */
export const cardBody = z.discriminatedUnion('type', [offerCard, billCard]);
export type CardBody = z.infer<typeof cardBody>;
export const cardKind = z.enum(['offer', 'bill']);
export type CardKind = z.infer<typeof cardKind>;

/** As it travels: also one of a version nobody here knows, of which nothing but that is known. */
export const anyCardBody = z.looseObject({ type: z.string().max(40), version: z.int().positive() });

/** Whole, or not at all: a card of another kind or version, or one that is not of its form, is not drawn by half. */
export const readCard = (body: unknown): CardBody | undefined => cardBody.safeParse(body).data;

/** What an agent wants to propose: a reference. What it says is filled in from the facts. */
export const cardWish = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('offer'), offer: offer.shape.id }),
  z.strictObject({
    type: z.literal('bill'),
    bills: z
      .array(bill.shape.id)
      .min(1)
      .max(12)
      .refine((ids) => new Set(ids).size === ids.length, 'names a bill twice'),
  }),
]);
export type CardWish = z.infer<typeof cardWish>;
