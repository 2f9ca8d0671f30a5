import { expect, test } from 'vitest';
import { hostOf, pathOf } from './host';

test('an address is shown by its host and the rest of it', () => {
  expect([hostOf('https://crm.example/hooks?a=1'), pathOf('https://crm.example/hooks?a=1')]).toEqual([
    'crm.example',
    '/hooks?a=1',
  ]);
});

test('what is no address stays as it is', () => {
  expect([hostOf('an app'), pathOf('an app')]).toEqual(['an app', '']);
});
