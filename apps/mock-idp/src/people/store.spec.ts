import { expect, test } from 'vitest';
import { People, SubjectTaken } from './store.js';

const makers = () => {
  let last = 0;
  const next = (prefix: string) => () => {
    last += 1;
    return `${prefix}${last}`;
  };
  return new Map([
    ['google', next('g')],
    ['larkspur', next('cust-')],
  ]);
};

test('whoever names no issuer belongs to the first', () => {
  expect(new People(makers()).put({ id: 'ada' })).toMatchObject({
    name: 'Ada',
    issuers: ['google'],
    subjects: { google: 'g1' },
    emailVerified: false,
  });
});

test('a subject that is given for an issuer makes the person known there', () => {
  const person = new People(makers()).put({ id: 'ada', subjects: { larkspur: 'cust-9' } });
  expect(person.issuers).toEqual(['google', 'larkspur']);
});

test('the first name is taken from the whole name', () => {
  expect(new People(makers()).put({ id: 'x', name: 'Ada Osei' }).givenName).toBe('Ada');
});

test('a hint is an address in any case, a subject or a handle', () => {
  const people = new People(makers());
  people.put({ id: 'ada', email: 'Ada@gmail.com' });
  for (const hint of ['ada@GMAIL.com', 'g1', ' ada ']) expect(people.byHint('google', hint)?.id).toBe('ada');
  expect(people.byHint('larkspur', 'ada')).toBeUndefined();
});

test('a subject is never given to two people, but a person may be replaced', () => {
  const people = new People(makers());
  people.put({ id: 'ada', subjects: { google: 'same' } });
  expect(() => people.put({ id: 'eve', subjects: { google: 'same' } })).toThrow(SubjectTaken);
  expect(people.put({ id: 'ada', name: 'Ada Osei' }).subjects).toEqual({ google: 'same' });
});
