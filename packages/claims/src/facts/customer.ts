import { z } from 'zod';
import { money, text } from './values.js';

const line = text(400);

/** What chat services know of a customer: the fields brands bring from LivePerson, under names of ours. */
export const customerFacts = {
  gender: { label: 'Gender', group: 'identity', value: line },
  age: { label: 'Age', group: 'identity', value: z.number() },
  birthdate: { label: 'Born', group: 'identity', value: z.iso.date() },
  company: { label: 'Company', group: 'identity', value: line },
  phone_type: { label: 'Kind of phone', group: 'identity', value: line },
  country: { label: 'Country', group: 'identity', value: line },
  region: { label: 'Region', group: 'identity', value: line },
  customer_id: { label: 'Customer id', group: 'account', value: line },
  user_name: { label: 'User name', group: 'account', value: line },
  account_name: { label: 'Account name', group: 'account', value: line },
  customer_type: { label: 'Customer type', group: 'account', value: line },
  customer_status: { label: 'Customer status', group: 'account', value: line },
  customer_role: { label: 'Role', group: 'account', value: line },
  /** A number where nobody said of which currency. */
  account_balance: { label: 'Balance', group: 'account', value: z.union([money, z.number()]) },
  last_payment_date: { label: 'Last payment', group: 'account', value: z.iso.date() },
  registration_date: { label: 'Registered', group: 'account', value: z.iso.date() },
  login_status: { label: 'Login status', group: 'account', value: z.number() },
  company_size: { label: 'Company size', group: 'account', value: z.number() },
  company_branch: { label: 'Branch', group: 'account', value: line },
  social_id: { label: 'Social id', group: 'account', value: line },
  imei: { label: 'Device (IMEI)', group: 'account', value: line },
} as const;
