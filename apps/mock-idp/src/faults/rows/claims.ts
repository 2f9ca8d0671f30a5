import type { Fault } from '../fault.js';
import { signedAs, text, withClaims, without } from '../forge.js';

const elsewhere = 'https://accounts.elsewhere.example';

/** For whom it was made, by whom, about whom. */
export const claims = {
  'another-audience': {
    why: 'a token that was made for another client is replayed here',
    expect: 'audience_mismatch',
    at: 'id-token',
    forge: withClaims((said) => ({ ...said, aud: 'another-client' })),
  },
  'several-audiences': {
    why: 'it names a stranger beside this client: the stranger can use it too',
    expect: 'audience_untrusted',
    at: 'id-token',
    forge: withClaims((said) => ({ ...said, aud: [said['aud'], 'another-client'] })),
  },
  'another-authorized-party': {
    why: 'azp is a client nobody here knows: it was asked for by somebody else',
    expect: 'authorized_party_mismatch',
    at: 'id-token',
    forge: withClaims((said) => ({ ...said, azp: 'another-client' })),
  },
  'another-issuer': {
    why: 'another provider’s name under this one’s signature: subjects are unique per issuer only',
    expect: 'issuer_mismatch',
    at: 'id-token',
    forge: withClaims((said) => ({ ...said, iss: elsewhere })),
  },
  'issuer-with-a-slash': {
    why: 'one character more: an issuer is compared exactly, or two brands are one',
    expect: 'issuer_mismatch',
    at: 'id-token',
    forge: withClaims((said) => ({ ...said, iss: `${said['iss']}/` })),
  },
  'issuer-without-scheme': {
    why: 'Google’s older spelling has no https: it is Google’s alone, and nobody else’s',
    expect: 'issuer_mismatch',
    at: 'id-token',
    forge: withClaims((said) => ({ ...said, iss: String(said['iss']).replace(/^https?:\/\//, '') })),
  },
  'another-nonce': {
    why: 'it answers another login: who does not compare it takes a token that was stolen',
    expect: 'nonce_mismatch',
    at: 'id-token',
    forge: withClaims((said) => ({ ...said, nonce: 'of-another-login' })),
  },
  'nonce-missing': {
    why: 'nothing binds it to this login',
    expect: 'nonce_missing',
    at: 'id-token',
    forge: withClaims((said) => without(said, 'nonce')),
  },
  'subject-missing': {
    why: 'it says nothing of whom it is about',
    expect: 'claims_malformed',
    at: 'id-token',
    forge: withClaims((said) => without(said, 'sub')),
  },
  'subject-empty': {
    why: 'an empty subject is everybody at once',
    expect: 'subject_invalid',
    at: 'id-token',
    forge: withClaims((said) => ({ ...said, sub: '' })),
  },
  'subject-as-number': {
    why: 'twenty-one digits as a number lose their last ones: two people become one',
    expect: 'claims_malformed',
    at: 'id-token',
    forge: withClaims((said) => ({ ...said, sub: 4711 })),
  },
  'subject-too-long': {
    why: 'longer than the 255 characters the standard allows: a database that cuts makes two people one',
    expect: 'subject_invalid',
    at: 'id-token',
    forge: withClaims((said) => ({ ...said, sub: '1'.repeat(256) })),
  },
  'subject-twice': {
    why: 'two members of one name: which counts depends on who parses',
    expect: 'claims_malformed',
    at: 'id-token',
    forge: ({ header, claims: said, key }) =>
      signedAs(header, text(said).replace(/^\{/, '{"sub":"somebody-else",'), key),
  },
  'no-object': {
    why: 'a signed list is no set of claims',
    expect: 'claims_malformed',
    at: 'id-token',
    forge: ({ header, claims: said, key }) => signedAs(header, JSON.stringify([said]), key),
  },
  'verified-as-text': {
    why: 'email_verified as "false" is true to whoever asks only whether it is there',
    expect: 'claims_malformed',
    at: 'id-token',
    forge: withClaims((said) => ({ ...said, email_verified: 'false' })),
  },
  'access-token-hash-wrong': {
    why: 'at_hash fits another access token: tokens of two logins were mixed',
    expect: 'access_token_hash_mismatch',
    at: 'id-token',
    forge: withClaims((said) => ({ ...said, at_hash: 'A'.repeat(22) })),
  },
  'code-hash-wrong': {
    why: 'c_hash fits another code: a code was injected',
    expect: 'code_hash_mismatch',
    at: 'id-token',
    forge: withClaims((said) => ({ ...said, c_hash: 'A'.repeat(22) })),
  },
  'another-hosted-domain': {
    why: 'an account of another Workspace domain, where the client demands its own',
    expect: 'hosted_domain_mismatch',
    needs: 'hosted-domain',
    at: 'id-token',
    forge: withClaims((said) => ({ ...said, hd: 'elsewhere.example' })),
  },
  'hosted-domain-missing': {
    why: 'a personal account, where the client demands a Workspace domain: the parameter hd narrows, it does not protect',
    expect: 'hosted_domain_mismatch',
    needs: 'hosted-domain',
    at: 'id-token',
    forge: withClaims((said) => without(said, 'hd')),
  },
  'logout-token': {
    why: 'a logout token is signed by the same key: it ends a session and opens none',
    expect: 'type_not_allowed',
    at: 'id-token',
    forge: withClaims((said) => ({
      ...said,
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    })),
  },
} satisfies Record<string, Fault>;
