import { expect, it } from 'vitest';
import { connectionFor, subjectFor } from './connection';

it('Google vouches only for those who signed in with Google', () => {
  expect(connectionFor('larkspur', { way: 'larkspur' }, 'google')).toBe('own');
  expect(connectionFor('larkspur', { way: 'google' }, 'own')).toBe('google');
});

it('an envelope serves both', () => {
  expect(connectionFor('larkspur', { way: 'larkspur' }, 'sealed')).toBe('sealed');
  expect(connectionFor('larkspur', { way: 'google' }, 'signed')).toBe('signed');
});

it('without a wish it follows the sign-in, and Juniper has one only', () => {
  expect(connectionFor('larkspur', undefined, undefined)).toBe('google');
  expect(connectionFor('larkspur', { way: 'larkspur' }, 'nonsense')).toBe('own');
  expect(connectionFor('juniper', { way: 'google' }, 'sealed')).toBe('signed');
});

it('each issuer knows the customer by its own name for them', () => {
  const ada = { id: 'cust-1', subject: '1084' };
  expect(subjectFor('google', ada)).toBe('1084');
  expect(subjectFor('signed', ada)).toBe('cust-1');
});

it('whoever linked both ways is known by each issuer as it knows them, however they came', () => {
  const ada = { id: 'cust-1', subject: '1084', logins: { google: '1084', larkspur: 'cust-1' } };
  for (const subject of ['1084', 'cust-1']) {
    expect(subjectFor('google', { ...ada, subject })).toBe('1084');
    expect(subjectFor('own', { ...ada, subject })).toBe('cust-1');
    expect(subjectFor('sealed', { ...ada, subject })).toBe('cust-1');
  }
});
