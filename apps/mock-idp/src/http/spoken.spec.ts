import { expect, test } from 'vitest';
import { spokenPath } from './spoken.js';

test('the name of a sign-in is not spoken, the place is', () => {
  expect(spokenPath('/google/interaction/yys7QvOMUdOazDWblzhsbttPWHtuT/account')).toBe(
    '/google/interaction/…/account',
  );
  expect(spokenPath('/google/.well-known/openid-configuration')).toBe(
    '/google/.well-known/openid-configuration',
  );
});

test('the code of a device and who agreed to it are not spoken', () => {
  expect(spokenPath('/google/device/BCD-FGH-JKL/ada/consent')).toBe('/google/device/…/…/consent');
  expect(spokenPath('/google/device/code')).toBe('/google/device/code');
});

test('the name of a namespace is spoken, however long', () => {
  const path = '/t/a-worker-with-a-rather-long-name/google/token';
  expect(spokenPath(path)).toBe(path);
});
