import { accessTokenHash } from './access-token-hash.js';
import { algorithm } from './algorithm.js';
import { audience } from './audience.js';
import { authenticationClass } from './authentication-class.js';
import { authenticationTime } from './authentication-time.js';
import { authorizedParty } from './authorized-party.js';
import { claims } from './claims.js';
import { codeHash } from './code-hash.js';
import { content } from './content.js';
import { decryption } from './decryption.js';
import { encryption } from './encryption.js';
import { envelope } from './envelope.js';
import { expiry } from './expiry.js';
import { form } from './form.js';
import { freshness } from './freshness.js';
import { header } from './header.js';
import { hostedDomain } from './hosted-domain.js';
import { issuedAt } from './issued-at.js';
import { issuer } from './issuer.js';
import { key } from './key.js';
import { keySuitability } from './key-suitability.js';
import { kind } from './kind.js';
import { lifetime } from './lifetime.js';
import type { CheckList } from './list.js';
import { members } from './members.js';
import { nonce } from './nonce.js';
import { notBefore } from './not-before.js';
import { replicas } from './replicas.js';
import { signature } from './signature.js';
import { size } from './size.js';
import { subject } from './subject.js';
import { times } from './times.js';
import { type } from './type.js';

/**
 * Everything that must be true of a proof, in the order it is asked. What is asked of the claims once the signature
 * holds follows OpenID Connect Core 1.0, section 3.1.3.7.
 */
export const checks: CheckList = {
  text: [size],
  form: [form, encryption],
  envelope: [envelope],
  decryption: [decryption],
  content: [content],
  header: [header, algorithm, type],
  key: [key, keySuitability],
  signature: [signature],
  payload: [members, claims, times, kind],
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
    nonce,
    subject,
    hostedDomain,
    authenticationClass,
    authenticationTime,
    accessTokenHash,
    codeHash,
  ],
};
