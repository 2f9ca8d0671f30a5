import type { Fact, Provenance } from '@countersign/claims';
import { describe, expect, test } from 'vitest';
import { factsFromLiveperson } from './from-token.js';

const provenance: Provenance = { source: 'id_token', at: '2026-11-23T12:00:00.000Z' };
const read = (claims: Record<string, unknown>, mapping = {}, authoritative = ['*']) =>
  factsFromLiveperson({ claims, mapping, authoritative, emailAuthority: 'own', provenance });
const valuesOf = (facts: readonly Fact[]) =>
  Object.fromEntries(facts.map(({ name, value }) => [name, value]));
const customer = (info: unknown) => read({ lp_sdes: [{ type: 'ctmrinfo', info }] });
const personal = (person: unknown) => read({ lp_sdes: [{ type: 'personal', personal: person }] });
const leftOut = (place: string) => `${place} is not of the form the catalogue gives it, and was left out.`;

describe("LivePerson's customer info becomes facts", () => {
  test('with every field a token may vouch for', () => {
    const { facts, notes } = customer({
      ctype: 'vip',
      cstatus: 'cancelled',
      balance: -400.99,
      currency: 'USD',
      customerId: '138766AC',
      socialId: '11256324780',
      imei: '3543546543545688',
      userName: 'user000',
      companySize: 500,
      companyBranch: 'Bristol',
      accountName: 'bank corp',
      role: 'broker',
      lastPaymentDate: { day: 15, month: 10, year: 2014 },
      registrationDate: { day: 23, month: 5, year: 2013 },
      loginStatus: 1,
    });
    expect(valuesOf(facts)).toEqual({
      customer_type: 'vip',
      customer_status: 'cancelled',
      account_balance: { amount: '-400.99', currency: 'USD' },
      customer_id: '138766AC',
      social_id: '11256324780',
      imei: '3543546543545688',
      user_name: 'user000',
      company_size: 500,
      company_branch: 'Bristol',
      account_name: 'bank corp',
      customer_role: 'broker',
      last_payment_date: '2014-10-15',
      registration_date: '2013-05-23',
      login_status: 1,
    });
    expect(facts.every(({ sealed }) => sealed)).toBe(true);
    expect(notes).toEqual([]);
  });

  test('but neither the shop nor its post code, which LivePerson itself takes from no token', () => {
    expect(customer({ storeNumber: 'marker', storeZipCode: 'marker', ctype: 'vip' })).toMatchObject({
      facts: [{ name: 'customer_type' }],
      notes: [
        'ctmrinfo.storeZipCode is never verified: it was left out.',
        'ctmrinfo.storeNumber is never verified: it was left out.',
      ],
    });
  });

  test('and a balance without a currency is a number', () => {
    expect(valuesOf(customer({ balance: 12.5 }).facts)).toEqual({ account_balance: 12.5 });
  });

  test('and no fraction of a cent is rounded away', () => {
    expect(customer({ balance: 1.005, currency: 'GBP' })).toEqual({
      facts: [],
      notes: [leftOut('ctmrinfo.balance')],
    });
  });

  test('and a day that no calendar has is left out', () => {
    for (const day of [
      { day: 31, month: 2, year: 2024 },
      { day: 1, month: 13, year: 2024 },
      { year: 2024 },
      '2024-01-01',
    ])
      expect(customer({ lastPaymentDate: day }).notes).toEqual([leftOut('ctmrinfo.lastPaymentDate')]);
  });

  test('and a member nobody knows is named without its name and its value', () => {
    const { facts, notes } = customer({ marker: 'marker', __proto__: { ctype: 'marker' } });
    expect(facts).toEqual([]);
    expect(notes).toEqual(['ctmrinfo has a member that is not in the catalogue: it was left out.']);
  });
});

describe("LivePerson's personal info becomes facts", () => {
  const contacts = [
    {
      email: 'ada@mail.example',
      phone: '+1-10-344-3765333',
      phoneType: 'MOBILE',
      address: { country: 'United Kingdom', region: 'Bristol' },
    },
    { email: 'second@mail.example' },
  ];

  test('with every field, and each further contact under a number', () => {
    const age = { age: 34, year: 1980, month: 4, day: 15 };
    const names = { firstname: 'Ada', lastname: 'Larch', gender: 'FEMALE', company: 'Larkspur' };
    const { facts, notes } = personal({ ...names, language: 'en-US', age, contacts });
    expect(valuesOf(facts)).toEqual({
      given_name: 'Ada',
      family_name: 'Larch',
      gender: 'FEMALE',
      company: 'Larkspur',
      locale: 'en-US',
      age: 34,
      birthdate: '1980-04-15',
      email: 'ada@mail.example',
      phone_number: '+1-10-344-3765333',
      phone_type: 'MOBILE',
      country: 'United Kingdom',
      region: 'Bristol',
      email_2: 'second@mail.example',
    });
    expect(notes).toEqual([]);
  });

  test('and of hundreds of contacts the first five are read', () => {
    const many = Array.from({ length: 300 }, (_, index) => ({ email: `${index}@mail.example` }));
    const { facts, notes } = personal({ contacts: many });
    expect(facts).toHaveLength(5);
    expect(notes).toEqual(['personal.contacts has more than 5: the rest was left out.']);
  });
});

describe('other engagement attributes', () => {
  const pageTypes =
    'mrktInfo lead service error cart purchase prodView viewedProduct searchInfo section'.split(' ');

  test.each(pageTypes)('%s in a token is refused as verified, and named', (type) => {
    expect(read({ lp_sdes: [{ type, info: { marker: 1 }, total: 9 }] })).toEqual({
      facts: [],
      notes: [`lp_sdes: ${type} is never verified. Let the page say it.`],
    });
  });

  test('what is no engagement attribute at all is no fact, and shows nothing of itself', () => {
    for (const sde of [null, 7, 'marker', [], {}, { type: 'marker' }, { type: 'constructor' }])
      expect(read({ lp_sdes: [sde] })).toEqual({
        facts: [],
        notes: ['lp_sdes: an attribute is not of the form of the catalogue, and was left out.'],
      });
    expect(read({ lp_sdes: 'marker' }).notes).toEqual(['lp_sdes is no list, and was left out.']);
  });
});

describe('of two that name one field', () => {
  const lp_sdes = [
    { type: 'personal', personal: { firstname: 'Sde' } },
    { type: 'ctmrinfo', info: { customerId: 'of-the-sde' } },
  ];

  test('lp_sdes comes before the standard claims, field by field', () => {
    const { facts } = read({ sub: 'of-sub', given_name: 'Claim', family_name: 'Larch', lp_sdes });
    expect(valuesOf(facts)).toEqual({ given_name: 'Sde', family_name: 'Larch', customer_id: 'of-the-sde' });
  });

  test("the connection's own mapping comes before both", () => {
    const { facts } = read({ sub: 'of-sub', number: 'declared', lp_sdes }, { number: 'customer_id' });
    expect(valuesOf(facts)).toMatchObject({ customer_id: 'declared', given_name: 'Sde' });
  });

  test('and a later attribute of the type comes before an earlier one, field by field', () => {
    const more = { type: 'personal', personal: { firstname: 'Later' } };
    const first = { type: 'personal', personal: { firstname: 'First', company: 'Kept' } };
    expect(valuesOf(read({ lp_sdes: [first, more] }).facts)).toEqual({
      given_name: 'Later',
      company: 'Kept',
    });
  });
});

test("an e-mail is the issuer's own statement, whether or not it says that it is verified", () => {
  expect(valuesOf(read({ email: 'ada@mail.example' }).facts)).toEqual({ email: 'ada@mail.example' });
});

test('an issuer that is authoritative for less seals less', () => {
  const sdes = [{ type: 'ctmrinfo', info: { ctype: 'vip' } }];
  const sealed = (authoritative: string[]) =>
    read({ given_name: 'Ada', lp_sdes: sdes }, {}, authoritative)
      .facts.filter((fact) => fact.sealed)
      .map(({ name }) => name);
  expect(sealed(['lp_sdes'])).toEqual(['customer_type']);
  expect(sealed(['given_name'])).toEqual(['given_name']);
  expect(sealed([])).toEqual([]);
});
