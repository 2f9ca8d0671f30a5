import { algorithm } from '../checks/algorithm.js';
import { audience } from '../checks/audience.js';
import { header } from '../checks/header.js';
import { checks } from '../checks/index.js';
import { issuedAt } from '../checks/issued-at.js';
import { issuer } from '../checks/issuer.js';
import type { CheckList } from '../checks/list.js';
import { members } from '../checks/members.js';
import { notBefore } from '../checks/not-before.js';
import { replicas } from '../checks/replicas.js';
import { times } from '../checks/times.js';
import { claims } from './claims.js';
import { event } from './event.js';
import { noNonce } from './no-nonce.js';
import { recency } from './recency.js';
import { type } from './type.js';
import { whom } from './whom.js';

/**
 * Everything that must be true of a logout token, in the order it is asked. The outside, the keys and the signature are
 * judged as those of an ID token. OpenID Connect Back-Channel Logout 1.0, section 2.6.
 */
export const logoutChecks: CheckList = {
  ...checks,
  header: [header, algorithm, type],
  payload: [members, claims, times, event, noNonce, whom],
  claims: [replicas, issuer, audience, issuedAt, notBefore, recency],
};
