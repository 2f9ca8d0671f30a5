import { describe, expect, test } from 'vitest';
import {
  basicCredentials,
  checkCode,
  checkRedirectUri,
  checkResponseIssuer,
  tokenForm,
} from './token-request.js';

const registered = ['https://shop.example/callback', 'https://shop.example/other'];
const reasonOf = (outcome: { ok: boolean; rejection?: { reason: string } }) => outcome.rejection?.reason;

describe('a redirect URI', () => {
  test('that is not named is the first of those registered', () => {
    expect(checkRedirectUri({ code: 'c' }, registered)).toEqual({ ok: true, value: registered[0] });
  });

  test('that is registered goes on unchanged', () => {
    const redirectUri = 'https://shop.example/other';
    expect(checkRedirectUri({ code: 'c', redirectUri }, registered)).toEqual({
      ok: true,
      value: redirectUri,
    });
  });

  test.each([
    'https://shop.example/callback/',
    'https://shop.example/Callback',
    'https://shop.example/callback?next=/',
    'https://shop.example:443/callback',
    'http://shop.example/callback',
    '',
  ])('%s is not one of those registered', (redirectUri) => {
    expect(reasonOf(checkRedirectUri({ code: 'c', redirectUri }, registered))).toBe('redirect_uri_mismatch');
  });

  test('is refused where none is registered', () => {
    expect(reasonOf(checkRedirectUri({ code: 'c' }, []))).toBe('redirect_uri_mismatch');
  });
});

describe('an issuer named with the code', () => {
  const known = ['https://accounts.google.com', 'accounts.google.com'];

  test('may be left out, or be any spelling of the connection', () => {
    expect(checkResponseIssuer({}, known).ok).toBe(true);
    expect(checkResponseIssuer({ iss: 'accounts.google.com' }, known).ok).toBe(true);
  });

  test('that is another is refused: the code may have been meant for somebody else', () => {
    const iss = 'https://attacker.example';
    expect(reasonOf(checkResponseIssuer({ iss }, known))).toBe('issuer_mismatch');
  });
});

test('an issuer that says it names itself has to: an answer without a name is not its own', () => {
  const known = ['https://login.larkspur.example'];
  expect(reasonOf(checkResponseIssuer({}, known, true))).toBe('issuer_mismatch');
  expect(checkResponseIssuer({ iss: known[0] }, known, true).ok).toBe(true);
});

describe('the token request', () => {
  const code = checkCode({ code: 'a+b/c=' }, 'https://shop.example/callback');

  test('carries the code, its redirect URI and the verifier', () => {
    expect(code.ok && Object.fromEntries(tokenForm(code.value, 'the-verifier'))).toEqual({
      grant_type: 'authorization_code',
      code: 'a+b/c=',
      redirect_uri: 'https://shop.example/callback',
      code_verifier: 'the-verifier',
    });
  });

  test('encodes a code that is full of signs', () => {
    expect(code.ok && tokenForm(code.value, undefined).toString()).toContain('code=a%2Bb%2Fc%3D');
  });

  test('is not made for a code of more than 2048 characters', () => {
    expect(reasonOf(checkCode({ code: 'c'.repeat(2_049) }, ''))).toBe('proof_too_large');
  });
});

test('client id and secret are form-encoded before they are joined, so that a colon in either is safe', () => {
  const [scheme, encoded = ''] = basicCredentials('shop:1', 's e+c/r:é').split(' ');
  expect(scheme).toBe('Basic');
  expect(atob(encoded)).toBe('shop%3A1:s+e%2Bc%2Fr%3A%C3%A9');
});
