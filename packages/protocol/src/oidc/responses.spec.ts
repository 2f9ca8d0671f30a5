import { describe, expect, test } from 'vitest';
import { type ProviderAnswer, readDiscovery, readKeys, readTokens, readUserinfo } from './responses.js';

const answer = (content: unknown, status = 200): ProviderAnswer => ({
  status,
  body: JSON.stringify(content),
});
const page: ProviderAnswer = { status: 200, body: '<!doctype html><title>Log in</title>' };
const reasonOf = (outcome: { ok: boolean; rejection?: { reason: string } }) => outcome.rejection?.reason;

describe('a token answer', () => {
  const tokens = { id_token: 'i', access_token: 'a', token_type: 'Bearer' };

  test('is read with members nobody knows', () => {
    expect(readTokens(answer({ ...tokens, scope: 'openid' }))).toMatchObject({ ok: true, value: tokens });
  });

  test.each([
    ['invalid_grant', 400, 'code_refused'],
    ['redirect_uri_mismatch', 400, 'redirect_uri_mismatch'],
    ['invalid_client', 401, 'client_refused'],
    ['unauthorized_client', 400, 'client_refused'],
    ['invalid_grant', 503, 'provider_unavailable'],
    ['rate_limit_exceeded', 429, 'provider_unavailable'],
    ['something_new', 400, 'provider_answer_invalid'],
  ])('%s with status %i means %s', (error, status, reason) => {
    expect(reasonOf(readTokens(answer({ error }, status)))).toBe(reason);
  });

  test('without an ID token is not what was asked for', () => {
    expect(reasonOf(readTokens(answer({ access_token: 'a', token_type: 'Bearer' })))).toBe(
      'provider_answer_invalid',
    );
  });

  test.each([page, { status: 302, body: '' }, { status: 200, body: 'null' }])(
    'that is no JSON object is not what the standard says',
    (one) => expect(reasonOf(readTokens(one))).toBe('provider_answer_invalid'),
  );

  test('shows nothing of what the provider wrote', () => {
    const outcome = readTokens(answer({ error: 'invalid_grant', error_description: 'marker' }, 400));
    expect(JSON.stringify(outcome)).not.toContain('marker');
  });
});

describe('userinfo', () => {
  test('of the same subject is read', () => {
    expect(readUserinfo(answer({ sub: 'ada', name: 'Ada' }), 'ada')).toEqual({
      ok: true,
      value: { sub: 'ada', name: 'Ada' },
    });
  });

  test('of another subject is not used at all', () => {
    const outcome = readUserinfo(answer({ sub: 'bob', name: 'Bob' }), 'ada');
    expect(reasonOf(outcome)).toBe('userinfo_subject_mismatch');
    expect(JSON.stringify(outcome)).not.toMatch(/bob|ada/i);
  });

  test('without a subject, or signed instead of plain, is not read', () => {
    expect(reasonOf(readUserinfo(answer({ name: 'Ada' }), 'ada'))).toBe('provider_answer_invalid');
    expect(reasonOf(readUserinfo({ status: 200, body: 'e30.e30.c2ln' }, 'ada'))).toBe(
      'provider_answer_invalid',
    );
  });

  test.each([401, 500])('that answers %i is not there', (status) => {
    expect(reasonOf(readUserinfo(answer({ sub: 'ada' }, status), 'ada'))).toBe('provider_unavailable');
  });
});

describe('a discovery document', () => {
  const issuer = 'https://id.example';
  const document = {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
  };

  test('of the issuer it was asked of is read', () => {
    expect(readDiscovery(answer(document), issuer).ok).toBe(true);
  });

  test('that names another issuer, be it by a slash, is refused', () => {
    expect(reasonOf(readDiscovery(answer({ ...document, issuer: `${issuer}/` }), issuer))).toBe(
      'issuer_mismatch',
    );
  });

  test('without keys is of no use', () => {
    const { jwks_uri: _, ...rest } = document;
    expect(reasonOf(readDiscovery(answer(rest), issuer))).toBe('provider_answer_invalid');
  });
});

describe('a key set', () => {
  test('keeps keys of kinds nobody uses here: choosing comes later', () => {
    const keys = [{ kty: 'RSA', kid: 'k1' }, { kty: 'of-tomorrow' }];
    expect(readKeys(answer({ keys }))).toEqual({ ok: true, value: keys });
  });

  test('passes over keys it does not understand', () => {
    const good = { kty: 'RSA', kid: 'k1', n: 'n', e: 'AQAB' };
    const odd = [
      {},
      'text',
      null,
      { ...good, kid: 7 },
      { ...good, kid: 'k\u00001' },
      { ...good, key_ops: 7 },
    ];
    expect(readKeys(answer({ keys: [...odd, good] }))).toEqual({ ok: true, value: [good] });
  });

  test.each([page, answer({}), answer({ keys: {} }), answer({ keys: [{}] }), answer({ keys: [] }, 404)])(
    'that is none leaves no keys',
    (one) => expect(reasonOf(readKeys(one))).toBe('keys_unavailable'),
  );
});

test('an error with the name of what every object has is an invalid answer, not a reason of its own', () => {
  for (const error of ['constructor', 'toString', '__proto__'])
    expect(readTokens({ status: 400, body: JSON.stringify({ error }) })).toEqual({
      ok: false,
      rejection: { reason: 'provider_answer_invalid', expected: 'tokens', seen: 'status 400' },
    });
});

test('tokens that are not bearer tokens are an invalid answer', () => {
  const body = JSON.stringify({ id_token: 'a.b.c', access_token: 'x', token_type: 'mac' });
  expect(readTokens({ status: 200, body })).toMatchObject({ ok: false });
});
