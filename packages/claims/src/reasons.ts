/**
 * Why a proof was not accepted. A closed list: a reason that does not stand here does not compile.
 * Reasons are stable and public; the sentence beside each is for the brand's developer, never for a consumer.
 */
export const rejectionReasons = {
  // form
  proof_missing: 'The page answered neither a code nor an ID token.',
  proof_malformed: 'The proof is not a compact JWS or JWE, or its base64url is not canonical.',
  proof_too_large: 'The proof is larger than 16 KiB.',
  proof_of_other_flow:
    'The connection expects the other kind of proof (a code instead of a token, or the reverse).',
  // the page and the attempt
  page_method_missing: 'The page has no method of the name the connection gives.',
  page_method_failed: 'The page method threw, or its promise was rejected.',
  page_method_silent: 'The page method did not answer in time.',
  attempt_unknown: 'There is no such attempt for this browser, connection and origin.',
  attempt_expired: 'The attempt is older than ten minutes.',
  attempt_used: 'The attempt was already used for another proof.',
  authorization_refused: 'The provider sent the window back with an error in place of a proof.',
  // encryption and signature
  encryption_required: 'The connection demands an encrypted token; this one is only signed.',
  encryption_refused: 'The connection refuses encrypted tokens; this one is encrypted.',
  decryption_failed: "The token could not be decrypted with the brand's published encryption keys.",
  header_forbidden: 'The header carries a member that is never followed (jku, jwk, x5u, x5c, crit, zip).',
  algorithm_not_allowed: 'The algorithm of the header is not one the connection allows.',
  type_not_allowed: 'The token is of another type (for example an access token or a logout token).',
  key_id_missing: 'The header names no key (kid), and the issuer publishes more than one.',
  key_unknown: 'The issuer publishes no key of this kid.',
  key_unsuitable: 'The key does not fit the header: its kind, size, alg, use or key_ops disagree.',
  signature_invalid: 'The signature does not verify with the issuer’s key.',
  // claims
  claims_malformed:
    'A claim is missing, of the wrong type, no whole number of seconds where it is a time, or stands twice.',
  issuer_mismatch: '`iss` is not exactly the issuer of the connection.',
  audience_mismatch: '`aud` is not the client of this connection.',
  audience_untrusted: '`aud` names others beside the client of this connection.',
  authorized_party_mismatch: '`azp` is neither the client nor a listed authorized party.',
  token_expired: '`exp` lies in the past.',
  token_not_yet_valid: '`nbf`, `iat` or a demanded `auth_time` lies in the future.',
  token_too_old: '`iat` lies before the attempt began.',
  lifetime_too_long: 'The time from `iat` to `exp` is longer than the connection allows.',
  nonce_missing: 'The token carries no nonce.',
  nonce_mismatch: 'The nonce is not that of this attempt.',
  subject_invalid: '`sub` is not 1 to 255 ASCII characters, or has a blank.',
  hosted_domain_mismatch: '`hd` is not the domain the connection demands.',
  authentication_too_old: '`auth_time` is missing or older than demanded.',
  authentication_class_unmet: '`acr` is not one of those demanded.',
  access_token_hash_mismatch: '`at_hash` does not fit the access token.',
  code_hash_mismatch: '`c_hash` does not fit the code.',
  // single use and binding
  proof_replayed: 'This proof was already used by another browser.',
  proof_unchanged: 'The renewal was answered with the proof that is already in use.',
  code_replayed: 'This code was already presented.',
  redirect_uri_mismatch: 'The redirect URI is not one of those registered with the connection.',
  session_ended: 'The consumer signed out after this proof was made.',
  // the provider
  code_refused: 'The provider refused the code.',
  refresh_refused:
    'The proof could not be renewed by the service itself: the provider, or the time since the host proved it, does not allow it.',
  client_refused: 'The provider refused the client id or the client secret of the connection.',
  provider_unavailable: 'The provider could not be reached, or answered with an error of its own.',
  provider_paused:
    'The provider failed five times in a row and is left alone for ten seconds; this attempt did not reach it.',
  provider_timeout: 'The provider did not answer within five seconds.',
  provider_answer_invalid: 'The provider answered something that is not what the standard says.',
  keys_unavailable: 'The keys of the issuer could not be fetched.',
  address_forbidden: 'The provider’s address is one the service does not call.',
  userinfo_subject_mismatch: 'Userinfo speaks of another subject than the ID token.',
} as const satisfies Record<string, string>;

export type RejectionReason = keyof typeof rejectionReasons;
export const rejectionReasonNames = Object.keys(rejectionReasons) as readonly RejectionReason[];
