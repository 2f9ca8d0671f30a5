import type { Attack } from './attack.js';
import { moved, without } from './edit.js';

/** Genuine signatures under claims that are not for us, not from them, or not for this attempt. */
export const claimAttacks = {
  'another-issuer': {
    why: 'a token of another issuer, signed with a key that is published here',
    expect: 'issuer_mismatch',
    check: 'issuer',
    claims: (claims) => ({ ...claims, iss: 'https://attacker.example' }),
  },
  'issuer-with-a-slash': {
    why: 'an issuer that differs by one character is another issuer',
    expect: 'issuer_mismatch',
    check: 'issuer',
    claims: (claims) => ({ ...claims, iss: `${String(claims.iss)}/` }),
  },
  'another-audience': {
    why: 'a token stolen from a different client is presented here',
    expect: 'audience_mismatch',
    check: 'audience',
    claims: (claims) => ({ ...claims, aud: 'another-client' }),
  },
  'two-audiences': {
    why: 'a token that is also for a stranger could be presented by that stranger',
    expect: 'audience_untrusted',
    check: 'audience',
    claims: (claims) => ({ ...claims, aud: [claims.aud, 'another-client'] }),
  },
  'no-audience': {
    why: 'a token for nobody is a token for everybody',
    expect: 'claims_malformed',
    check: 'claims',
    claims: (claims) => without(claims, 'aud'),
  },
  'another-authorized-party': {
    why: 'somebody else asked for the token',
    expect: 'authorized_party_mismatch',
    check: 'authorized-party',
    claims: (claims) => ({ ...claims, azp: 'another-client' }),
  },
  'another-nonce': {
    why: 'a token of an earlier attempt, or of another browser, is injected into this one',
    expect: 'nonce_mismatch',
    check: 'nonce',
    claims: (claims) => ({ ...claims, nonce: 'of-another-attempt' }),
  },
  'no-nonce': {
    why: 'a token that is bound to no attempt can be injected into all of them',
    expect: 'nonce_missing',
    check: 'nonce',
    claims: (claims) => without(claims, 'nonce'),
  },
  'subject-not-ascii': {
    why: 'a subject in look-alike letters reads like another customer',
    expect: 'subject_invalid',
    check: 'subject',
    claims: (claims) => ({ ...claims, sub: '\u0430da' }),
  },
  'subject-too-long': {
    why: 'a subject that is cut somewhere becomes somebody else',
    expect: 'subject_invalid',
    check: 'subject',
    claims: (claims) => ({ ...claims, sub: 'a'.repeat(256) }),
  },
  'subject-empty': {
    why: 'everybody without a subject would be one person',
    expect: 'subject_invalid',
    check: 'subject',
    claims: (claims) => ({ ...claims, sub: '' }),
  },
  'subject-is-a-number': {
    why: 'a subject that is not text is compared in surprising ways',
    expect: 'claims_malformed',
    check: 'claims',
    claims: (claims) => ({ ...claims, sub: 42 }),
  },
  'subject-twice': {
    why: 'two parsers read two persons out of one payload',
    expect: 'claims_malformed',
    check: 'claims',
    payload: (text) => text.replace('{', '{"sub":"somebody-else",'),
  },
  'subject-twice-in-disguise': {
    why: 'the same, with one of the names written as an escape',
    expect: 'claims_malformed',
    check: 'claims',
    payload: (text) => text.replace('{', '{"s\\u0075b":"somebody-else",'),
  },
  'events-inside': {
    why: 'a logout token that forgot its type',
    expect: 'type_not_allowed',
    check: 'claims',
    claims: (claims) => ({ ...claims, events: {} }),
  },
  'another-hosted-domain': {
    why: 'an account of another Workspace domain',
    expect: 'hosted_domain_mismatch',
    check: 'hosted-domain',
    demands: { hostedDomain: 'larkspur.example' },
    claims: (claims) => ({ ...claims, hd: 'attacker.example' }),
  },
  'domain-by-address-only': {
    why: 'an address that ends like the domain proves no membership of it',
    expect: 'hosted_domain_mismatch',
    check: 'hosted-domain',
    demands: { hostedDomain: 'larkspur.example' },
    claims: (claims) => ({ ...claims, email: 'eve@larkspur.example', email_verified: true }),
  },
  'weaker-sign-in': {
    why: 'a way to sign in that the connection does not list',
    expect: 'authentication_class_unmet',
    check: 'authentication-class',
    demands: { acrValues: ['2'] },
    claims: (claims) => ({ ...claims, acr: '3' }),
  },
  'signed-in-long-ago': {
    why: 'an old sign-in is passed off as a fresh one',
    expect: 'authentication_too_old',
    check: 'authentication-time',
    demands: { maxAgeSeconds: 300 },
    claims: (claims) => moved({ ...claims, auth_time: claims.iat }, 'auth_time', -3_600),
  },
  'sign-in-time-unsaid': {
    why: 'the time of the sign-in is demanded and left out',
    expect: 'authentication_too_old',
    check: 'authentication-time',
    demands: { maxAgeSeconds: 300 },
  },
  'another-access-token': {
    why: 'the access token is swapped for one of somebody else',
    expect: 'access_token_hash_mismatch',
    check: 'access-token-hash',
    demands: { flow: 'code' },
    claims: (claims) => ({ ...claims, at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' }),
  },
  'another-code': {
    why: 'the code is swapped for one of somebody else',
    expect: 'code_hash_mismatch',
    check: 'code-hash',
    demands: { flow: 'code' },
    claims: (claims) => ({ ...claims, c_hash: 'AAAAAAAAAAAAAAAAAAAAAA' }),
  },
} satisfies Record<string, Attack>;
