import type { RejectionReason } from '@countersign/claims';
import { LOGOUT_EVENT } from '../../logout/event.js';
import type { Change } from '../attack.js';
import { alsoSaying, claim, moved, said, unclaimed } from '../changes.js';
import { encode } from '../edit.js';
import { byStranger, genuine, hmac, nothing } from '../signers.js';
import type { HonestLogout } from './honest.js';

/** One way to lie with a logout token: how an honest one is spoilt, and which check finds it. */
export type LogoutAttack = {
  readonly why: string;
  readonly expect: RejectionReason;
  readonly check: string;
  readonly of: HonestLogout;
  readonly changes: readonly Change[];
};

const foundBy =
  (check: string, expect: RejectionReason, of: HonestLogout = 'everywhere') =>
  (why: string, ...changes: readonly Change[]): LogoutAttack => ({ why, expect, check, of, changes });

const events = (value: unknown): Change => claim({ events: value });
const idToken: Change = {
  header: ({ typ: _, ...header }) => header,
  claims: ({ events: _, jti, ...claims }) => ({ ...claims, jti, exp: Number(claims['iat']) + 300 }),
};

/** Every way to lie with a logout token that is known here, beside those that all tokens share. */
export const logoutAttacks = {
  'an-id-token': foundBy('type', 'type_not_allowed')(
    'an ID token is presented as a logout token: anybody who had one could sign its owner out',
    said({ typ: 'JWT' }),
    { ...idToken, header: (header) => ({ ...header, typ: 'JWT' }) },
  ),
  'another-type': foundBy('type', 'type_not_allowed')(
    'a token of another kind, by what its header says',
    ...['at+jwt', 'secevent+jwt', 'logout', 'logout+jwt+jwt', 'dpop+jwt', ''].map((typ) => said({ typ })),
  ),
  'an-untyped-id-token': foundBy(
    'claims',
    'claims_malformed',
    'untyped',
  )('the same ID token without a type: it tells of no event', idToken),
  'no-event': foundBy('event', 'type_not_allowed')(
    'events, and none of them a logout',
    events({}),
    events({ 'http://schemas.openid.net/event/frontchannel-logout': {} }),
    events({ [`${LOGOUT_EVENT}/`]: {} }),
    events({ [LOGOUT_EVENT.replace('http:', 'https:')]: {} }),
    events({ 'https://schemas.openid.net/secevent/risc/event-type/account-disabled': {} }),
  ),
  'an-event-that-is-no-object': foundBy('event', 'type_not_allowed')(
    'the member is there, and says something else than an object',
    ...[null, true, 'yes', 1, [], [{}]].map((value) => events({ [LOGOUT_EVENT]: value })),
  ),
  'events-of-another-form': foundBy('claims', 'claims_malformed')(
    'the event in a list or a text, as early drafts had it',
    events([LOGOUT_EVENT]),
    events(LOGOUT_EVENT),
    events(null),
    unclaimed('events'),
  ),
  'with-a-nonce': foundBy('no-nonce', 'type_not_allowed')(
    'a nonce would make an ID token of it',
    ...['nonce-of-this-attempt', '', null, 0].map((nonce) => claim({ nonce })),
  ),
  'of-nobody': foundBy('whom', 'claims_malformed')('neither a subject nor a session', unclaimed('sub')),
  'of-an-empty-subject': foundBy('whom', 'subject_invalid')(
    'a subject nobody has',
    claim({ sub: '' }),
    claim({ sub: 'ada 0042' }),
    claim({ sub: 'x'.repeat(256) }),
    claim({ sub: 'ada\0' }),
  ),
  'of-a-session-without-a-name': foundBy('whom', 'claims_malformed', 'of-a-session')(
    'a session no provider has',
    claim({ sid: '' }),
    claim({ sid: 'x'.repeat(256) }),
    claim({ sid: 'one\0' }),
  ),
  'of-a-number': foundBy('claims', 'claims_malformed')(
    'what names somebody is text',
    claim({ sub: 42 }),
    claim({ sid: 42 }),
    claim({ sid: ['session-1'] }),
    claim({ sub: null }),
  ),
  'without-a-jti': foundBy('claims', 'claims_malformed')(
    'what has no name of its own cannot be told from its copy',
    unclaimed('jti'),
    claim({ jti: '' }),
    claim({ jti: 7 }),
  ),
  'without-a-time': foundBy('claims', 'claims_malformed')(
    'nobody knows when it was made',
    unclaimed('iat'),
    claim({ iat: 'now' }),
  ),
  expired: foundBy('recency', 'token_expired')(
    'what was true an hour ago is not a logout of now',
    moved({ iat: -3_600, exp: -3_600 }),
    { later: 120 + 60 },
  ),
  old: foundBy('recency', 'token_too_old', 'of-a-session')(
    'it does not say until when it holds: two minutes, no longer',
    { later: 121 },
    moved({ iat: -3_600 }),
  ),
  'of-tomorrow': foundBy('issued-at', 'token_not_yet_valid', 'of-a-session')(
    'made in the future, it would be young for ever',
    moved({ iat: 61 }),
    moved({ iat: 86_400 }),
  ),
  'not-yet': foundBy(
    'not-before',
    'token_not_yet_valid',
    'of-a-session',
  )('it holds from later on', moved({ nbf: 3_600 })),
  'a-time-that-is-none': foundBy('times', 'claims_malformed')(
    'seconds are whole, and not milliseconds',
    claim({ iat: 1.5 }),
    claim({ exp: 1_764_000_000_000 }),
    claim({ exp: -1 }),
  ),
  'for-another-client': foundBy('audience', 'audience_mismatch')(
    'a logout at another client of the same provider',
    claim({ aud: 'the-shop' }),
    claim({ aud: [] }),
    claim({ aud: '' }),
  ),
  'for-several': foundBy('audience', 'audience_untrusted')(
    'one token for two clients: each could present it to the other',
    claim({ aud: ['https://chat.example/connections/0193', 'the-shop'] }),
  ),
  'of-another-issuer': foundBy('issuer', 'issuer_mismatch')(
    'another issuer knows other people by the same subjects',
    claim({ iss: 'https://id.juniper.example' }),
    claim({ iss: 'https://id.larkspur.example/' }),
    claim({ iss: '' }),
  ),
  'signed-by-nobody': foundBy('algorithm', 'algorithm_not_allowed')(
    'the header says that no signature is needed',
    { ...said({ alg: 'none' }), signWith: nothing },
    said({ alg: 'none' }),
    { ...said({ alg: 'None' }), signWith: nothing },
  ),
  'signed-with-what-everybody-has': foundBy('algorithm', 'algorithm_not_allowed')(
    'the published key as the secret of an HMAC',
    { ...said({ alg: 'HS256' }), signWith: hmac('SHA-256', ({ publishedAsText }) => publishedAsText) },
  ),
  'by-an-algorithm-not-listed': foundBy('algorithm', 'algorithm_not_allowed')(
    'the issuer publishes the key, the connection does not allow the scheme',
    {
      ...said({ alg: 'ES256', kid: 'curve-1' }),
      ...(genuine['ES256'] ? { signWith: genuine['ES256'] } : {}),
    },
  ),
  'by-the-key-of-another-issuer': foundBy('signature', 'signature_invalid')(
    'signed with the key of somebody else, under the name of ours',
    { signWith: byStranger },
  ),
  'by-a-key-nobody-published': foundBy('key', 'key_unknown')(
    'signed with the key of somebody else, under its own name',
    { ...said({ kid: 'stranger-1' }), signWith: byStranger },
  ),
  'brings-its-key': foundBy('header', 'header_forbidden')(
    'the header points at the key it was signed with',
    said({ jku: 'https://evil.example/keys' }),
    said({ jwk: {} }),
  ),
  'another-subject-afterwards': foundBy('signature', 'signature_invalid')(
    'the payload is exchanged after the signature was made',
    {
      finished: (token) =>
        token
          .split('.')
          .map((part, at) => (at === 1 ? encode(JSON.stringify({ sub: 'ben-0007' })) : part))
          .join('.'),
    },
  ),
  'two-subjects': foundBy('members', 'claims_malformed')(
    'of a member that stands twice one reader takes the first, another the last',
    alsoSaying('"sub":"ben-0007"'),
    alsoSaying('"events":{}'),
  ),
  'sealed-and-with-a-nonce': foundBy(
    'no-nonce',
    'type_not_allowed',
    'sealed',
  )('what is wrong with it is wrong in an envelope as well', claim({ nonce: 'nonce-of-this-attempt' })),
  'sealed-as-an-id-token': foundBy(
    'envelope',
    'type_not_allowed',
    'sealed',
  )('the envelope calls itself something else', { outer: (outer) => ({ ...outer, typ: 'at+jwt' }) }),
} satisfies Record<string, LogoutAttack>;
