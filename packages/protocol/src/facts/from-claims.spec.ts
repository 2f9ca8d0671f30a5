import type { DeclaredFact, Provenance } from '@countersign/claims';
import { describe, expect, test } from 'vitest';
import { type FactsFromClaims, factsFromClaims } from './from-claims.js';

const provenance: Provenance = { source: 'id_token', at: '2026-11-23T12:00:00.000Z' };
const mapping = { sub: 'sub', name: 'name', email: 'email', hd: 'hd', plan: 'package' };
const map = (claims: object, authoritative: string[] = []) =>
  factsFromClaims({
    claims,
    mapping,
    authoritative,
    emailAuthority: 'google',
    provenance,
  } as FactsFromClaims);
const sealedNames = (claims: object, authoritative: string[]) =>
  map(claims, authoritative)
    .facts.filter(({ sealed }) => sealed)
    .map(({ name }) => name);

describe('claims become facts', () => {
  test('under the name the connection gives, with where they come from', () => {
    const { facts } = factsFromClaims({
      claims: { kundennummer: 'L-1' },
      mapping: { kundennummer: 'account_number' },
      authoritative: ['*'],
      emailAuthority: 'own',
      provenance,
    });
    expect(facts).toEqual([{ name: 'account_number', value: 'L-1', sealed: true, provenance }]);
  });

  test('only where the connection lists them', () => {
    expect(map({ sub: 'ada', address: 'marker' }).facts.map(({ name }) => name)).toEqual(['sub']);
  });

  test('and a value of another form is left out and named, without being shown', () => {
    const { facts, notes } = map({ sub: 'ada', plan: 'marker' });
    expect(facts.map(({ name }) => name)).toEqual(['sub']);
    expect(notes).toEqual(['The claim plan is not of the form of package.']);
  });

  test('and an e-mail is left out unless the issuer says that it is verified', () => {
    const left = ['The e-mail was left out: the issuer does not say that it is verified.'];
    for (const verified of [false, undefined, 'true'])
      expect(map({ email: 'ada@mail.example', email_verified: verified }, ['*'])).toEqual({
        facts: [],
        notes: left,
      });
  });

  test('and what is null or absent is no fact and no fault', () => {
    expect(map({ name: null })).toEqual({ facts: [], notes: [] });
  });
});

describe('the seal', () => {
  const google = ['sub', 'hd', 'email'];

  test("does not stand on Google's name", () => {
    expect(sealedNames({ sub: '1', name: 'Ada' }, google)).toEqual(['sub']);
  });

  test('stands on an address of Gmail, and of a Workspace domain', () => {
    expect(sealedNames({ email: 'ada@gmail.com', email_verified: true }, google)).toEqual(['email']);
    expect(
      sealedNames({ email: 'ada@corp.example', email_verified: true, hd: 'corp.example' }, google),
    ).toEqual(['email', 'hd']);
  });

  test.each([
    ['checked once', { email: 'ada@mail.example', email_verified: true }],
    ['unchecked', { email: 'ada@corp.example', email_verified: false, hd: 'corp.example' }],
    ['checked by a word', { email: 'ada@corp.example', email_verified: 'true', hd: 'corp.example' }],
    ['that only looks like Gmail', { email: 'ada@gmail.com.attacker.example', email_verified: true }],
    ['that ends like Gmail', { email: 'ada@notgmail.com', email_verified: true }],
  ])('does not stand on an address %s', (_, claims) => {
    expect(sealedNames(claims, ['sub', 'email'])).toEqual([]);
  });

  test("stands on all a brand's own issuer says", () => {
    expect(
      sealedNames({ sub: '1', name: 'Ada', email: 'a@mail.example', email_verified: true }, ['*']),
    ).toEqual(['sub', 'name', 'email']);
  });
});

describe('a path of a claim', () => {
  const read = (
    claims: Record<string, unknown>,
    mapping: Record<string, string>,
    authoritative: string[] = [],
  ) => factsFromClaims({ claims, mapping, authoritative, emailAuthority: 'own', provenance });

  test('leads to a member of a member', () => {
    const claims = { address: { country: 'United Kingdom', more: { floor: 3 } } };
    const { facts } = read(claims, { 'address.country': 'country', 'address.more.floor': 'floor' });
    expect(facts.map(({ name, value }) => [name, value])).toEqual([
      ['country', 'United Kingdom'],
      ['floor', 3],
    ]);
  });

  test('is the whole name of a claim that is an address, dots and all', () => {
    const { facts } = read(
      { 'https://brand.example/plan': 'gold' },
      { 'https://brand.example/plan': 'plan' },
    );
    expect(facts).toMatchObject([{ name: 'plan', value: 'gold' }]);
  });

  test('is the claim of exactly that name, before the member of another', () => {
    const { facts } = read({ 'a.b': 'whole', a: { b: 'member' } }, { 'a.b': 'plan' });
    expect(facts).toMatchObject([{ value: 'whole' }]);
  });

  test('leads to nothing that a claim merely inherits, nor into a list or a text', () => {
    const paths = [
      'constructor',
      'a.constructor.name',
      'list.0',
      'list.length',
      'text.length',
      '__proto__.x',
    ];
    const mapping = Object.fromEntries(paths.map((path, index) => [path, `fact_${index}`]));
    expect(read({ a: {}, list: ['x'], text: 'x' }, mapping)).toEqual({ facts: [], notes: [] });
  });

  test('is sealed where the issuer is authoritative for it, or for the claim it is a member of', () => {
    const claims = { address: { country: 'UK', region: 'Bristol' }, addressee: { name: 'x' } };
    const mapping = { 'address.country': 'country', 'address.region': 'region', 'addressee.name': 'other' };
    const sealed = (authoritative: string[]) =>
      read(claims, mapping, authoritative)
        .facts.filter((fact) => fact.sealed)
        .map(({ name }) => name);
    expect(sealed(['address'])).toEqual(['country', 'region']);
    expect(sealed(['address.region'])).toEqual(['region']);
    expect(sealed(['add'])).toEqual([]);
  });
});

describe("a brand's own fact", () => {
  const read = (type: DeclaredFact['type'], value: unknown) =>
    factsFromClaims({
      claims: { given: value },
      mapping: { given: 'own' },
      authoritative: [],
      declared: [{ name: 'own', type }],
      emailAuthority: 'own',
      provenance,
    });

  test.each([
    ['text', 'gold', 7],
    ['number', 7.5, '7.5'],
    ['date', '2026-11-23', '23.11.2026'],
    ['money', { amount: '28.00', currency: 'GBP' }, '28.00 GBP'],
    ['boolean', true, 'true'],
  ] as const)('of type %s takes that and nothing that looks like it', (type, right, wrong) => {
    expect(read(type, right)).toMatchObject({ facts: [{ name: 'own', value: right }], notes: [] });
    expect(read(type, wrong)).toEqual({
      facts: [],
      notes: [`The claim given is not of the form of own: ${type}.`],
    });
  });
});
