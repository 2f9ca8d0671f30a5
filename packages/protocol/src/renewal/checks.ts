import { accessTokenHash } from '../checks/access-token-hash.js';
import { audience } from '../checks/audience.js';
import { authorizedParty } from '../checks/authorized-party.js';
import { type Check, seconds } from '../checks/check.js';
import { expiry } from '../checks/expiry.js';
import { freshness } from '../checks/freshness.js';
import { hostedDomain } from '../checks/hosted-domain.js';
import { checks } from '../checks/index.js';
import { issuedAt } from '../checks/issued-at.js';
import { issuer } from '../checks/issuer.js';
import { lifetime } from '../checks/lifetime.js';
import type { CheckList } from '../checks/list.js';
import { notBefore } from '../checks/not-before.js';
import { replicas } from '../checks/replicas.js';
import { subject } from '../checks/subject.js';
import { reject } from '../rejection.js';

/** What is known of the proof that is renewed. */
export type Before = {
  readonly subject: string;
  readonly nonce: string;
  /** `auth_time` of then, where it was told. */
  readonly authenticatedAt: Date | null;
};

const CLAUSE = 'OpenID Connect Core 1.0, section 12.2';

const sameSubject = (before: Before): Check => ({
  name: 'same-subject',
  sentence: 'The renewed token speaks of the same person.',
  clause: CLAUSE,
  run: ({ claims }) =>
    claims.sub === before.subject
      ? undefined
      : reject('refresh_refused', 'the subject of before', 'another subject'),
});

const sameNonce = (before: Before): Check => ({
  name: 'same-nonce',
  sentence: 'The renewed token has no nonce, or that of the first.',
  clause: CLAUSE,
  run: ({ claims }) =>
    claims.nonce === undefined || claims.nonce === before.nonce
      ? undefined
      : reject('nonce_mismatch', 'absent, or the nonce of before', 'another nonce'),
});

/** A renewal is no sign-in: whoever signed in anew proves it to the page. */
const sameSignIn = (before: Before): Check => ({
  name: 'same-sign-in',
  sentence: 'The renewed token tells of the same sign-in, where it tells of one.',
  clause: CLAUSE,
  run: ({ claims: { auth_time: at } }) => {
    if (at === undefined || before.authenticatedAt === null) return undefined;
    const then = seconds(before.authenticatedAt);
    return at === then ? undefined : reject('refresh_refused', `auth_time ${then}`, at);
  },
});

/** As at the first proof; what the renewed token does not say is what the first one said. */
const recentEnough = (before: Before): Check => ({
  name: 'authentication-time',
  sentence: 'The consumer signed in recently enough, where that is demanded.',
  clause: 'OpenID Connect Core 1.0, section 3.1.3.7, item 13',
  run: ({ claims, policy: { maxAgeSeconds, skewSeconds }, now }) => {
    if (maxAgeSeconds === undefined) return undefined;
    const then = before.authenticatedAt === null ? undefined : seconds(before.authenticatedAt);
    const at = claims.auth_time ?? then;
    const earliest = seconds(now) - maxAgeSeconds - skewSeconds;
    return at !== undefined && at >= earliest
      ? undefined
      : reject('authentication_too_old', `auth_time from ${earliest}`, at ?? 'absent');
  },
});

/** As at the first proof; a class that is not named is that of the first. */
const sameClass: Check = {
  name: 'authentication-class',
  sentence: 'The way the consumer signed in is one of those demanded, where the renewed token names it.',
  clause: 'OpenID Connect Core 1.0, section 3.1.3.7, item 12',
  run: ({ claims: { acr }, policy: { acrValues = [] } }) =>
    acr === undefined || acrValues.length === 0 || acrValues.includes(acr)
      ? undefined
      : reject('authentication_class_unmet', acrValues, acr),
};

/**
 * Everything that must be true of an ID token that came for a refresh token: as of the first one, and that it renews
 * that one and nothing else.
 */
export const renewalChecks = (before: Before): CheckList => ({
  ...checks,
  claims: [
    replicas,
    issuer,
    audience,
    authorizedParty,
    expiry,
    issuedAt,
    notBefore,
    freshness,
    lifetime,
    sameNonce(before),
    subject,
    sameSubject(before),
    hostedDomain,
    sameClass,
    sameSignIn(before),
    recentEnough(before),
    accessTokenHash,
  ],
});
