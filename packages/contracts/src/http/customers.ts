import { fact } from '@countersign/claims';
import { z } from 'zod';
import { id } from '../names.js';
import { identityEvent } from './agent.js';
import { consumerFacts, formerFact } from './facts.js';

const at = z.iso.datetime();

/** Of so many customers who came last names are looked through: names are sealed, and found by nothing but reading. */
export const NAMES_SEARCHED = 300;

/** `GET /v1/agent/customers?search=…`: by subject, by a value the brand's server addresses them by, or by name. */
export const customerQuery = z.object({ search: z.string().trim().max(200).default('') });
export const customerSummary = z.strictObject({
  id,
  name: z.string().nullable(),
  /** Whether the issuer is authoritative for the name itself. */
  nameSealed: z.boolean(),
  subject: z.string(),
  issuerLabel: z.string(),
  since: at,
  /** Of a session that is open now. */
  here: z.boolean(),
});
export type CustomerSummary = z.infer<typeof customerSummary>;
export const customerList = z.strictObject({
  customers: z.array(customerSummary),
  /** There are more customers than names were looked through. */
  namesLimited: z.boolean(),
});
export type CustomerList = z.infer<typeof customerList>;

/** `GET /v1/agent/customers/{consumer}`: for leads; each look is audited. */
export const customerDetail = z.strictObject({
  customer: customerSummary,
  facts: consumerFacts,
  /** What verified facts said before, the latest first. */
  former: z.array(formerFact),
  /** What the page said last in browsers that are signed in no more, the latest first. Not proof of anything. */
  formerPages: z.array(z.strictObject({ session: id, openedAt: at, endedAt: at, facts: z.array(fact) })),
  conversations: z.array(
    z.strictObject({
      id,
      state: z.enum(['waiting', 'taken', 'ended']),
      openedAt: at,
      endedAt: at.nullable(),
      messages: z.number().int(),
    }),
  ),
  /** Of all their conversations, the latest first. */
  history: z.array(identityEvent),
});
export type CustomerDetail = z.infer<typeof customerDetail>;
