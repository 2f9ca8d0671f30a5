import type { PageFacts } from '@countersign/claims';
import type { Sde } from './liveperson.js';

type Members = Readonly<Record<string, unknown>>;
type Plain = string | number | boolean;
/** What the contract lets a page say at once. */
const MOST = 32;

const membersOf = (value: unknown): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function plain(value: unknown): Plain | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'boolean' || (typeof value === 'string' && value !== '') ? value : undefined;
}
const joined = (separator: string, ...parts: unknown[]): string | undefined =>
  parts.filter((part) => plain(part) !== undefined).join(separator) || undefined;

/** An amount as the service writes it, so that the same amount is no conflict. */
const amount = (value: unknown, currency: unknown): Plain | undefined =>
  typeof value === 'number' && typeof currency === 'string'
    ? `${value.toFixed(2)} ${currency}`
    : plain(value);

function date(value: unknown): string | undefined {
  const { year, month, day } = membersOf(value);
  if (![year, month, day].every((part) => /^\d{1,4}$/.test(String(part)))) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const customer = (sde: Sde) => {
  const info = membersOf(sde['info']);
  return {
    customer_id: info['customerId'],
    user_name: info['userName'],
    account_name: info['accountName'],
    customer_type: info['ctype'],
    customer_status: info['cstatus'],
    customer_role: info['role'],
    account_balance: amount(info['balance'], info['currency']),
    last_payment_date: date(info['lastPaymentDate']),
    registration_date: date(info['registrationDate']),
    login_status: info['loginStatus'],
    company_size: info['companySize'],
    company_branch: info['companyBranch'],
    social_id: info['socialId'],
    imei: info['imei'],
    store_number: info['storeNumber'],
    store_zip_code: info['storeZipCode'],
  };
};

const personal = (sde: Sde) => {
  const person = membersOf(sde['personal']);
  const age = membersOf(person['age']);
  const contact = membersOf(listOf(person['contacts'])[0]);
  const address = membersOf(contact['address']);
  return {
    given_name: person['firstname'],
    family_name: person['lastname'],
    gender: person['gender'],
    company: person['company'],
    locale: person['language'],
    age: age['age'],
    birthdate: date(age),
    email: contact['email'],
    phone_number: contact['phone'],
    phone_type: contact['phoneType'],
    country: address['country'],
    region: address['region'],
  };
};

const channels = ['Direct', 'Search', 'Social', 'Email', 'Referral'];
const productOf = (one: unknown) => membersOf(membersOf(one)['product'])['name'];

const viewed = (sde: Sde) => ({ viewing: joined(', ', ...listOf(sde['products']).map(productOf)) });

/** The same for each type: what an agent reads of it, in plain values. */
const readers: Readonly<Record<string, (sde: Sde) => Members>> = {
  ctmrinfo: customer,
  personal,
  mrktInfo: (sde) => {
    const info = membersOf(sde['info']);
    const channel = channels[Number(info['channel'])] ?? info['channel'];
    return { channel, affiliate: info['affiliate'], campaign: info['campaignId'] };
  },
  lead: (sde) => {
    const { topic, value, currency, leadId } = membersOf(sde['lead']);
    return { lead: topic, lead_value: amount(value, currency), lead_id: leadId };
  },
  service: (sde) => {
    const { topic, status, category, serviceId } = membersOf(sde['service']);
    return { service: topic, service_status: status, service_category: category, service_id: serviceId };
  },
  error: (sde) => {
    const { message, code } = membersOf(sde['error']);
    return { page_error: joined(' · ', code, message) };
  },
  cart: (sde) => {
    const items = plain(sde['numItems']);
    const count = items === undefined ? undefined : `${items} items`;
    return { cart: joined(', ', count, amount(sde['total'], sde['currency'])) };
  },
  purchase: (sde) => ({ purchase: joined(', ', sde['orderId'], amount(sde['total'], sde['currency'])) }),
  prodView: viewed,
  viewedProduct: viewed,
  searchInfo: (sde) => ({ search: joined(', ', ...listOf(sde['keywords'])) }),
  section: (sde) => ({ section: joined(' / ', ...[sde['section']].flat()) }),
};
/** A page's engagement attributes as its plain facts, field by field; a later one wins, and the last 32 fields count. */
export function pageFactsOf(sdes: readonly Sde[]): PageFacts {
  const facts = new Map<string, Plain>();
  for (const sde of sdes) {
    const read = Object.hasOwn(readers, sde.type) ? readers[sde.type] : undefined;
    for (const [name, given] of Object.entries(read?.(sde) ?? {})) {
      const value = plain(given);
      if (value === undefined) continue;
      facts.delete(name);
      facts.set(name, value);
    }
  }
  return Object.fromEntries([...facts].slice(-MOST));
}
