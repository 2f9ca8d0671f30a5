import { accessTokenHash } from './access-token-hash.js';
import { audience } from './audience.js';
import { authenticationClass } from './authentication-class.js';
import { authenticationTime } from './authentication-time.js';
import { authorizedParty } from './authorized-party.js';
import type { Check } from './check.js';
import { codeHash } from './code-hash.js';
import { expiry } from './expiry.js';
import { freshness } from './freshness.js';
import { hostedDomain } from './hosted-domain.js';
import { issuer } from './issuer.js';
import { lifetime } from './lifetime.js';
import { nonce } from './nonce.js';
import { notBefore } from './not-before.js';
import { subject } from './subject.js';

/** What must be true of the claims once the signature holds, in the order of OpenID Connect Core 1.0, section 3.1.3.7. */
export const claimChecks: readonly Check[] = [
  issuer,
  audience,
  authorizedParty,
  expiry,
  notBefore,
  freshness,
  lifetime,
  nonce,
  subject,
  hostedDomain,
  authenticationClass,
  authenticationTime,
  accessTokenHash,
  codeHash,
];
