import { pageFacts } from '@countersign/claims';
import { expect, test } from 'vitest';
import { pageFactsOf } from './page-facts.js';

const date = (year: number, month: number, day: number) => ({ year, month, day });

test('every attribute of the catalogue becomes plain facts under names of ours', () => {
  const facts = pageFactsOf([
    { type: 'mrktInfo', info: { channel: 3, affiliate: 'a', campaignId: 'c' } },
    { type: 'lead', lead: { topic: 'loans', value: 9, currency: 'GBP', leadId: 'l' } },
    { type: 'service', service: { topic: 'sim', status: 1, category: 'mobile', serviceId: 's' } },
    { type: 'error', error: { message: 'no luck', code: 'E-1' } },
    { type: 'purchase', total: 12.5, currency: 'GBP', orderId: 'o-1' },
    { type: 'prodView', products: [{ product: { name: 'Phone' } }, { product: { name: 'Case' } }] },
    { type: 'searchInfo', keywords: ['blue', 'phone'] },
    { type: 'section', section: ['support', 'billing'] },
    { type: 'ctmrinfo', info: { registrationDate: date(2023, 4, 2), storeNumber: '7' } },
  ]);
  expect(facts).toEqual({
    channel: 'Email',
    affiliate: 'a',
    campaign: 'c',
    lead: 'loans',
    lead_value: '9.00 GBP',
    lead_id: 'l',
    service: 'sim',
    service_status: 1,
    service_category: 'mobile',
    service_id: 's',
    page_error: 'E-1 · no luck',
    purchase: 'o-1, 12.50 GBP',
    viewing: 'Phone, Case',
    search: 'blue, phone',
    section: 'support / billing',
    registration_date: '2023-04-02',
    store_number: '7',
  });
  expect(pageFacts.safeParse(facts).success).toBe(true);
});

test('of one type a later attribute changes the fields it has, and keeps the others', () => {
  const personal = (firstname: string, more = {}) => ({ type: 'personal', personal: { firstname, ...more } });
  expect(pageFactsOf([personal('First', { company: 'Kept' }), personal('Later')])).toEqual({
    given_name: 'Later',
    company: 'Kept',
  });
});

test('a type nobody knows, and values that are not plain, say nothing', () => {
  const nested = { type: 'ctmrinfo', info: { customerId: { a: 1 }, ctype: [], balance: Number.NaN } };
  for (const sde of [{ type: 'constructor' }, { type: 'unknown' }, { type: 'cart' }, nested])
    expect(pageFactsOf([sde])).toEqual({});
});

test('no more is said at once than the service takes', () => {
  const info = Object.fromEntries(
    'ctype cstatus customerId socialId imei userName companySize companyBranch accountName role loginStatus storeZipCode storeNumber'
      .split(' ')
      .map((name) => [name, 'x']),
  );
  const address = { country: 'x', region: 'x' };
  const person = { firstname: 'x', lastname: 'x', gender: 'x', company: 'x', language: 'x' };
  const contacts = [{ email: 'x', phone: 'x', phoneType: 'x', address }];
  const facts = pageFactsOf([
    { type: 'ctmrinfo', info },
    { type: 'personal', personal: { ...person, contacts, age: { age: 1, ...date(1980, 1, 1) } } },
    { type: 'service', service: { topic: 'x', status: 1, category: 'x', serviceId: 'x' } },
    { type: 'lead', lead: { topic: 'x', value: 1, currency: 'GBP', leadId: 'x' } },
    { type: 'mrktInfo', info: { channel: 1, affiliate: 'x', campaignId: 'x' } },
  ]);
  expect(Object.keys(facts)).toHaveLength(32);
  expect(facts).toHaveProperty('campaign');
  expect(pageFacts.safeParse(facts).success).toBe(true);
});
