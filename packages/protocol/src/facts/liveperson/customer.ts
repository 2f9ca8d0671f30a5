import { amount, date, number, type Reader, text } from './fields.js';

export type Fields = Readonly<Record<string, { readonly name: string; readonly read: Reader }>>;

/** `ctmrinfo`: the member `info`. */
export const customerFields: Fields = {
  customerId: { name: 'customer_id', read: text },
  userName: { name: 'user_name', read: text },
  accountName: { name: 'account_name', read: text },
  ctype: { name: 'customer_type', read: text },
  cstatus: { name: 'customer_status', read: text },
  role: { name: 'customer_role', read: text },
  balance: { name: 'account_balance', read: amount },
  lastPaymentDate: { name: 'last_payment_date', read: date },
  registrationDate: { name: 'registration_date', read: date },
  loginStatus: { name: 'login_status', read: number },
  companySize: { name: 'company_size', read: number },
  companyBranch: { name: 'company_branch', read: text },
  socialId: { name: 'social_id', read: text },
  imei: { name: 'imei', read: text },
};

/** Fields of `ctmrinfo` that LivePerson itself does not take from a token. */
export const neverVerified: readonly string[] = ['storeZipCode', 'storeNumber'];

/** `personal`: the member `personal`, beside `age` and `contacts`. */
export const personalFields: Fields = {
  firstname: { name: 'given_name', read: text },
  lastname: { name: 'family_name', read: text },
  gender: { name: 'gender', read: text },
  company: { name: 'company', read: text },
  language: { name: 'locale', read: text },
};

/** One of `contacts`. */
export const contactFields: Fields = {
  email: { name: 'email', read: text },
  phone: { name: 'phone_number', read: text },
  phoneType: { name: 'phone_type', read: text },
};
export const addressFields: Fields = {
  country: { name: 'country', read: text },
  region: { name: 'region', read: text },
};
