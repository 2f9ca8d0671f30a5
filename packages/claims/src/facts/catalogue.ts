import { z } from 'zod';
import { offers } from '../cards/offer.js';
import { customerFacts } from './customer.js';
import { billing, money, packageDetails, text } from './values.js';

const line = text(400);

/** Where a fact stands in the agent's panel. */
export type FactGroup = 'identity' | 'account' | 'package' | 'billing' | 'page' | 'other';

type Entry = { readonly label: string; readonly group: FactGroup; readonly value: z.ZodType };

/** The facts we know by name. A brand's own facts may have any other name and a plain value. */
export const catalogue = {
  sub: { label: 'Subject', group: 'identity', value: text(255) },
  name: { label: 'Name', group: 'identity', value: line },
  given_name: { label: 'First name', group: 'identity', value: line },
  family_name: { label: 'Last name', group: 'identity', value: line },
  email: { label: 'E-mail', group: 'identity', value: line },
  phone_number: { label: 'Phone', group: 'identity', value: line },
  hd: { label: 'Workspace domain', group: 'identity', value: line },
  locale: { label: 'Language', group: 'identity', value: line },
  account_number: { label: 'Account number', group: 'account', value: line },
  account_status: { label: 'Account status', group: 'account', value: line },
  customer_since: { label: 'Customer since', group: 'account', value: z.iso.date() },
  ...customerFacts,
  package: { label: 'Package', group: 'package', value: packageDetails },
  offers: { label: 'Offers', group: 'package', value: offers },
  billing: { label: 'Billing', group: 'billing', value: billing },
  viewing: { label: 'Viewing', group: 'page', value: line },
  contact_email: { label: 'Contact e-mail', group: 'page', value: line },
  cart: { label: 'Cart', group: 'page', value: line },
} as const satisfies Record<string, Entry>;

export type KnownFactName = keyof typeof catalogue;

export const isKnownFact = (name: string): name is KnownFactName => Object.hasOwn(catalogue, name);

/** How a fact is called: `account_number`. */
export const factName = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);

const plainValue = z.union([text(2_000), z.number(), z.boolean(), money]);

/** The schema a fact's value must meet: the catalogue's own, or a plain value or an amount for a brand's own fact. */
export const factValueSchema = (name: string): z.ZodType =>
  isKnownFact(name) ? catalogue[name].value : plainValue;

/** How people read the name: "Account number". */
export const labelOf = (name: string): string =>
  isKnownFact(name) ? catalogue[name].label : name.replaceAll('_', ' ').replace(/^./, (c) => c.toUpperCase());

export const groupOf = (name: string): FactGroup => (isKnownFact(name) ? catalogue[name].group : 'other');

/** Facts as a set: name to value, each value judged by its own schema. */
export const factSet = z
  .record(factName, z.json())
  .refine((set) => Object.keys(set).length <= 64, 'at most 64 facts')
  .superRefine((set, context) => {
    for (const [name, value] of Object.entries(set)) {
      const result = factValueSchema(name).safeParse(value);
      if (result.success) continue;
      for (const issue of result.error.issues)
        context.addIssue({ code: 'custom', path: [name, ...issue.path], message: issue.message });
    }
  });
export type FactSet = z.infer<typeof factSet>;
